import type { Policy } from '@samtale/policy'
import {
  createAddressChanges,
  createDigests,
  createOwnConsents,
  accountCategory,
  hasPasswords,
  signInRecord,
  type OwnParts,
  type RoomUse,
} from '../features/accounts/index.ts'
import type { Corrector } from '../features/rights/index.ts'
import type { ConsentRegister } from '../features/consent/index.ts'
import { lists } from '../features/lists/index.ts'
import { lookupCategory } from '../features/records/index.ts'
import { createStaffReads, isAwake as notesStaffReads } from '../features/staff-reads/index.ts'
import type { Clock } from '../platform/clock.ts'
import { newId } from '../platform/ids.ts'
import { Personal, reveal } from '../platform/personal.ts'
import { keepPurpose } from './keep-link.ts'
import { isAwake as hasList } from './lists.ts'
import { openOwnData, type OwnDataParts } from './own-data.ts'
import type { openAccounts } from './accounts.ts'
import type { openRooms } from './rooms.ts'
import type { Work } from './work.ts'

export interface OwnAccountParts extends Pick<OwnDataParts, 'exports' | 'erasures'> {
  readonly work: Work
  readonly policy: Policy
  readonly register: ConsentRegister
  readonly accounts: ReturnType<typeof openAccounts>
  readonly rooms: ReturnType<typeof openRooms>
  readonly organisations: OwnDataParts['organisations']
  readonly publicUrl: URL
  readonly clock: Clock
}

/** Who of the staff looked at what is a person's; null where the policy in force writes that down nowhere. */
export function openStaffReads({ work, policy, clock }: Pick<OwnAccountParts, 'work' | 'policy' | 'clock'>) {
  const { database, seals, records } = work
  return notesStaffReads(policy) ? createStaffReads({ database, seals, records, clock }) : null
}

/** What is behind the settings of an account; null while the policy in force has no accounts. */
export function openOwnAccount(parts: OwnAccountParts & Pick<OwnDataParts, 'staffReads'>) {
  const { work, policy, accounts, publicUrl, clock } = parts
  if (accounts === null) return null
  const { database, seals, mailer, tokens } = work
  const timeZone = policy.edition?.timeZone ?? 'Europe/Oslo'
  const shared = { database, seals, mailer, tokens, publicUrl, clock }
  const addresses = createAddressChanges({
    ...shared,
    timeZone,
    hasPasswords: hasPasswords(policy),
    records: addressesOfRecords(work),
  })
  const digests = createDigests({ ...shared, policy, roomsSince: roomsSince(parts) })
  const data = openOwnData({
    ...parts,
    consents: consentsOf(parts),
    hasRooms: parts.rooms !== null,
    // At once, also for people who are in them.
    closeRooms: async (account) => parts.rooms?.removeAllOf(account),
    addressOf: async (account) => {
      const email = (await accounts.peopleOf([account])).get(account)?.email
      return email === undefined || reveal(email) === '' ? null : email
    },
    mailCertificate: certificateMailer(parts),
  })
  const own: OwnParts = { data, addresses, digests, keeping: keepingOf(parts) }
  work.settingsBy(own)
  return { ...own, correct: correctorOf(accounts, own) }
}

/** Puts an account right; false where it isn't there, or the address is another's. */
export type CorrectAccount = (account: string, correction: Parameters<Corrector['correct']>[1]) => Promise<boolean>

function keepingOf({ work, clock }: OwnAccountParts): OwnParts['keeping'] {
  const { database, records, tokens } = work
  const accountOf = async (token: string): Promise<string | null> => {
    const [account] = tokens.read(keepPurpose, token, clock.now()) ?? []
    return account !== undefined && (await records.stateOf(account)) === 'in-use' ? account : null
  }
  return {
    mayKeep: async (token) => (await accountOf(token)) !== null,
    keep: async (token) => {
      const account = await accountOf(token)
      if (account === null) return false
      const used = { kind: 'event', record: account, event: 'last-activity', at: clock.now() } as const
      await database.transaction((transaction) => records.facts.note(transaction, [used]))
      return true
    },
  }
}

function addressesOfRecords({ seals, records }: Work): Parameters<typeof createAddressChanges>[0]['records'] {
  const { subjects } = records
  const indexOf = (address: Personal<string>) => seals.index(lookupCategory, reveal(address))
  return {
    alsoAt: async (transaction, record, address) => {
      const subject = await subjects.subjectOf(transaction, record)
      return subject !== null && subjects.alsoAt(transaction, subject, indexOf(address))
    },
    noLongerAt: async (transaction, record, address) => {
      const subject = await subjects.subjectOf(transaction, record)
      if (subject !== null) await subjects.noLongerAt(transaction, subject, indexOf(address))
    },
  }
}

function consentsOf({ work, policy, register, accounts, clock }: OwnAccountParts) {
  const { database, mailer, records } = work
  return createOwnConsents({
    ...{ database, policy, records, register, clock },
    pageOf: (key) => lists.find((list) => list.key === key && hasList(list, policy))?.path ?? null,
    refuseMail: async (transaction, account, key) => {
      const address = (await accounts?.peopleOf([account]))?.get(account)?.email
      if (address !== undefined && reveal(address) !== '') await mailer.refuse(transaction, address, key)
    },
  })
}

/** As many rooms are opened at once. */
const openedAtOnce = 500

/** The rooms that an account owns. */
async function* roomsOf(rooms: NonNullable<OwnAccountParts['rooms']>, account: string) {
  for (let from = 0; ; from += openedAtOnce) {
    const found = await rooms.page(account, { from, most: openedAtOnce })
    yield* found.rooms
    if (from + openedAtOnce >= found.total) return
  }
}

function roomsSince({ rooms }: OwnAccountParts) {
  return async (account: string, since: Date): Promise<RoomUse[]> => {
    if (rooms === null) return []
    const uses = new Map((await rooms.usesSince(account, since)).map((use) => [use.room, use]))
    const named: RoomUse[] = []
    for await (const { id, name } of roomsOf(rooms, account)) {
      const { meetings = 0, missedKnocks = 0 } = uses.get(id) ?? {}
      named.push({ name: new Personal('room', name), meetings, missedKnocks })
    }
    return named
  }
}

/**
 * Mails the certificate of a deletion. The mail is of a record that is nobody's, of the kind of codes for signing in: like
 * them it is gone after a quarter of an hour, and the address with it.
 */
function certificateMailer({ work, publicUrl, clock }: OwnAccountParts): OwnDataParts['mailCertificate'] {
  const { database, mailer, records } = work
  return async (to, { inWords, certificate }, language) => {
    const at = clock.now()
    const record = newId(at)
    const values = {
      text: new Personal(accountCategory, inWords),
      certificate: new Personal(accountCategory, certificate),
      page: new URL(`/erasure-certificate?lang=${language}`, publicUrl).href,
    }
    await database.transaction((transaction) =>
      records.subjects.openFor(transaction, { id: record, kind: signInRecord, subject: null, at }),
    )
    const mail = await mailer.prepare({ kind: 'account.deleted', record, to, language, values })
    await database.transaction((transaction) => mailer.queue(transaction, mail))
  }
}

/** Puts right what an account says of its person (GDPR art. 16), once they have shown that a new address is theirs. */
function correctorOf(accounts: NonNullable<OwnAccountParts['accounts']>, { addresses }: OwnParts): CorrectAccount {
  return async (account, { address, name, language }) => {
    const settings = await accounts.settings.of(account)
    const person = (await accounts.peopleOf([account])).get(account)
    if (settings === null || person === undefined) return false
    const before = reveal(person.email) === '' ? null : person.email
    const next = new Personal(accountCategory, address ?? '')
    const moved = address === undefined || (await addresses.correct(account, before, next, settings.language))
    if (name !== undefined || language !== undefined)
      await accounts.settings.change(account, {
        name: name === undefined ? person.name : new Personal(accountCategory, name),
        language: language ?? settings.language,
        theme: settings.theme,
      })
    return moved
  }
}
