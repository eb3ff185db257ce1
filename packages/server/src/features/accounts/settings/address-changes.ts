import { createHmac, randomInt } from 'node:crypto'
import { localeOf, type Language } from '@samtale/policy'
import { newId } from '../../../platform/ids.ts'
import type { Mailer } from '../../../platform/mail/mailer.ts'
import { Personal, reveal } from '../../../platform/personal.ts'
import type { SignedTokens } from '../../../platform/signed-token.ts'
import { accountStore, unlessTaken } from '../account-store.ts'
import type { AccountParts, Tables, Transaction } from '../parts.ts'
import { sessionStore } from '../sessions/session-store.ts'
import { accountCategory as category } from '../tables.ts'
import type { settingsMailKinds } from './mail-kinds.ts'
import { addressChangeStore, type AddressChange } from './store.ts'
import { endWaysSince } from './ways-since.ts'

export interface AddressParts extends Omit<AccountParts, 'records'> {
  readonly mailer: Mailer<typeof settingsMailKinds, Tables>
  readonly tokens: SignedTokens
  readonly publicUrl: URL
  readonly timeZone: string
  readonly records: {
    /** The person of a record is found by this address, too; false where it is somebody else's. */
    alsoAt(transaction: Transaction, record: string, address: Personal<string>): Promise<boolean>
    /** The person of a record isn't found by this address any more. */
    noLongerAt(transaction: Transaction, record: string, address: Personal<string>): Promise<void>
  }
}

const minute = 60_000
const codeLasts = 15 * minute
const undoLasts = 7 * 24 * 60 * minute
const mostTries = 5
const undoPurpose = 'account.address-undo'

/**
 * Changing the address of an account: the new one shows that its mail is read, the old one is told and can take itself back
 * for a week. Whether a new address has an account already is told to nobody: then no code is sent, and the page says the
 * same.
 */
export function createAddressChanges(parts: AddressParts) {
  const { database, clock } = parts
  const store = addressChangeStore(database)
  return {
    /** Sends a code to a new address. */
    begin: (account: string, now: Personal<string>, next: Personal<string>, language: Language): Promise<Begun> =>
      begin(parts, account, { before: now, after: next, language }),

    /** Changes the address where the code is right; false where it isn't, or isn't any more. */
    confirm: async (account: string, code: string, language: Language): Promise<boolean> => {
      const change = await store.get(account)
      if (change === null || change.code_index === null || change.expires_at <= clock.now()) return false
      if (!(await store.take(account, mostTries))) return false
      if (change.code_index !== codeIndex(parts, account, code.trim())) return false
      const { before, after } = await openChange(parts, change)
      return after !== null && move(parts, account, { before, after, language })
    },

    /** Changes it without a code: whoever asks has shown already that the new address is theirs. */
    correct: async (account: string, before: Personal<string> | null, after: Personal<string>, language: Language) =>
      move(parts, account, { before, after, language }),

    mayUndo: async (token: string): Promise<boolean> => (await undoable(parts, token)) !== null,

    /** The old address takes itself back; whoever is signed in is signed out, and ways in that came since are taken away. */
    undo: async (token: string): Promise<boolean> => {
      const change = await undoable(parts, token)
      if (change === null) return false
      const { before } = await openChange(parts, change)
      if (before === null || change.changed_at === null) return false
      const [account, since, now] = [change.record_id, change.changed_at, clock.now()]
      const taken = await addressNow(parts, account)
      const isBack = await setAddress(parts, account, { address: before, at: now }, async (transaction) => {
        await endWaysSince(transaction, account, { since, at: now, hasPasswords: parts.hasPasswords })
        await addressChangeStore(transaction).change(account, emptied)
        // Else who took the account could still ask for its person's data from there.
        if (taken !== null) await parts.records.noLongerAt(transaction, account, taken)
      })
      if (!isBack) return false
      const sessions = sessionStore(database)
      for (const { id } of await sessions.ofAccount(account)) await sessions.end(id, now)
      return true
    },

    /** Forgets what can't be finished or taken back any more; from then on the old address leads nowhere. */
    sweep: () => sweep(parts),
  }
}

/** `too-soon`: the address before the one now can still take itself back, and no code is sent. */
type Begun = 'begun' | 'too-soon'

export type AddressChanges = ReturnType<typeof createAddressChanges>

type ChangeColumn = 'address_before' | 'address_after'
const emptied = { address_before: null, address_after: null, code_index: null }

function changeCell(record: string, column: ChangeColumn) {
  return { table: 'account_address_change', column, record, category } as const
}

function addressCell(record: string) {
  return { table: 'account', column: 'address', record, category } as const
}

/** HMAC: there are only a million codes, so a hash without a key would tell them. */
function codeIndex({ seals }: AddressParts, account: string, code: string) {
  const mark = createHmac('sha256', seals.secret('account.new-address')).update(`${account} ${code}`).digest('hex')
  return seals.index(category, mark)
}

async function openChange({ seals }: AddressParts, change: AddressChange) {
  const record = change.record_id
  const opener = await seals.forOpening([record], [category])
  const open = (column: ChangeColumn): Personal<string> | null => {
    const value = change[column]
    return value === null ? null : opener.open(changeCell(record, column), value)
  }
  return { before: open('address_before'), after: open('address_after') }
}

/** The address that the account has. */
async function addressNow({ database, seals }: AddressParts, record: string): Promise<Personal<string> | null> {
  const sealed = (await accountStore(database).get(record))?.address ?? null
  if (sealed === null) return null
  return (await seals.forOpening([record], [category])).open(addressCell(record), sealed)
}

async function undoable({ database, tokens, clock }: AddressParts, token: string): Promise<AddressChange | null> {
  const [account, mark] = tokens.read(undoPurpose, token, clock.now()) ?? []
  const change = account === undefined ? null : await addressChangeStore(database).get(account)
  if (change === null || change.changed_at === null || change.address_before === null) return null
  return markOf(change.record_id, change.changed_at) === mark ? change : null
}

/** Which change a link takes back: another one later is another's. */
function markOf(account: string, changedAt: Date): string {
  const hex = createHmac('sha256', account).update(changedAt.toISOString()).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

interface Move {
  readonly before: Personal<string> | null
  readonly after: Personal<string>
  readonly language: Language
}

async function begin(parts: AddressParts, account: string, { before, after, language }: Move): Promise<Begun> {
  const { database, seals, clock, mailer } = parts
  const at = clock.now()
  const last = await addressChangeStore(database).get(account)
  // Else whoever took an account would only have to ask again, and its person couldn't take it back.
  if (last !== null && isFinished(last) && last.expires_at > at) return 'too-soon'
  const release = await releaseOf(parts, last)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const sealer = await seals.forSealing([account], [category])
  const seal = (column: ChangeColumn, address: Personal<string>) =>
    sealer.seal(changeCell(account, column), reveal(address))
  const isTaken = (await accountStore(database).find(seals.index(category, reveal(after)))) !== undefined
  const mail = await mailer.prepare({
    kind: 'account.new-address',
    record: account,
    occasion: newId(at),
    to: after,
    language,
    values: { code: new Personal(category, code) },
  })
  return database.transaction(async (transaction) => {
    await release(transaction)
    const isBegun = await addressChangeStore(transaction).begin({
      record_id: account,
      address_before: before === null ? null : seal('address_before', before),
      address_after: seal('address_after', after),
      code_index: codeIndex(parts, account, isTaken ? newId(at) : code),
      tries: 0,
      asked_at: at,
      expires_at: new Date(at.getTime() + codeLasts),
      changed_at: null,
    })
    if (!isBegun) return 'too-soon'
    if (!isTaken) await mailer.queue(transaction, mail)
    return 'begun'
  })
}

/** Whether the address was changed, and the one before it still leads to the account. */
function isFinished({ changed_at, address_before }: AddressChange): boolean {
  return changed_at !== null && address_before !== null
}

/** What makes the address before a change that was finished lead nowhere. */
async function releaseOf(parts: AddressParts, change: AddressChange | null) {
  const before = change === null || !isFinished(change) ? null : (await openChange(parts, change)).before
  return async (transaction: Transaction): Promise<void> => {
    if (change === null || before === null) return
    await addressChangeStore(transaction).change(change.record_id, emptied)
    await parts.records.noLongerAt(transaction, change.record_id, before)
  }
}

async function sweep(parts: AddressParts): Promise<void> {
  const { database, clock } = parts
  for (const change of await addressChangeStore(database).over(clock.now())) {
    const release = await releaseOf(parts, change)
    await database.transaction(async (transaction) => {
      await release(transaction)
      await addressChangeStore(transaction).change(change.record_id, emptied)
    })
  }
}

async function move(parts: AddressParts, account: string, { before, after, language }: Move): Promise<boolean> {
  const { seals, clock } = parts
  const at = clock.now()
  const expires = new Date(at.getTime() + undoLasts)
  const sealer = await seals.forSealing([account], [category])
  const sealed = before === null ? null : sealer.seal(changeCell(account, 'address_before'), reveal(before))
  const change = { ...emptied, address_before: sealed, tries: 0, asked_at: at, changed_at: at, expires_at: expires }
  const mail = before === null ? null : await wordTo(parts, account, { before, at, expires, language })
  const release = await releaseOf(parts, await addressChangeStore(parts.database).get(account))
  return setAddress(parts, account, { address: after, at }, async (transaction) => {
    await release(transaction)
    await addressChangeStore(transaction).begin({ record_id: account, ...change })
    if (mail !== null) await parts.mailer.queue(transaction, mail)
  })
}

function wordTo(
  { mailer, tokens, publicUrl, timeZone }: AddressParts,
  account: string,
  { before, at, expires, language }: { before: Personal<string>; at: Date; expires: Date; language: Language },
) {
  const token = tokens.sign(undoPurpose, [account, markOf(account, at)], expires)
  const locale = localeOf(language)
  return mailer.prepare({
    kind: 'account.address-changed',
    record: account,
    occasion: newId(at),
    to: before,
    language,
    values: {
      day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(expires),
      link: new URL(`/account/address/undo?t=${token}&lang=${language}`, publicUrl).href,
    },
  })
}

/** False where the address has another account. */
async function setAddress(
  { database, seals, records }: AddressParts,
  account: string,
  { address, at }: { readonly address: Personal<string>; readonly at: Date },
  also: (transaction: Transaction) => Promise<void>,
): Promise<boolean> {
  const index = seals.index(category, reveal(address))
  const sealer = await seals.forSealing([account], [category])
  const sealed = sealer.seal(addressCell(account), reveal(address))
  const changed = database.transaction(async (transaction) => {
    const accounts = accountStore(transaction)
    const there = await accounts.find(index)
    if (there !== undefined && there.record_id !== account) return false
    const row = { address: sealed, address_index: index, address_verified: true, updated_at: at }
    await also(transaction)
    await accounts.change(account, row)
    await records.alsoAt(transaction, account, address)
    return true
  })
  return unlessTaken(changed)
}
