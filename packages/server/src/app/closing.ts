import { canonicalRoomName } from '@samtale/protocol'
import type { OperatorParts } from '../features/operator/index.ts'
import { Personal, reveal } from '../platform/personal.ts'
import type { OperatorOptions } from './operator.ts'

type ClosingParts = NonNullable<OperatorParts['closing']>
type Told = Parameters<ClosingParts['tell']>[0]
type Options = Pick<OperatorOptions, 'work' | 'config' | 'suspensions' | 'accounts' | 'organisations' | 'rooms'>

/** What closing accounts, organisations and rooms works with; null while the policy in force closes nothing. */
export function closingParts(options: Options): ClosingParts | null {
  const { suspensions, accounts, organisations, rooms } = options
  if (suspensions === null || accounts === null) return null
  return {
    suspensions,
    accountAt: async (written) => {
      const identity = accounts.signIn.read(written)
      return identity === null ? null : accounts.roles.accountAt(reveal(identity.login))
    },
    see: async (account) => {
      const person = (await accounts.peopleOf([account])).get(account)
      if (person === undefined) return null
      const role = (await accounts.roles.roleOf(account)) ?? 'member'
      const phone = reveal(person.email) === '' ? await accounts.phones.of(account) : null
      return { account, login: reveal(phone ?? person.email), name: reveal(person.name), role }
    },
    othersThan: async (account) => {
      const operators = await accounts.roles.operators()
      const closed = await suspensions.closedAmong('account', operators)
      return operators.some((one) => one !== account && !closed.has(one))
    },
    organisations: organisations && { ...organisations.oversight, agreementState: organisations.agreements.state },
    rooms: async (owner, part) => (await rooms?.page(owner, part)) ?? { rooms: [], total: 0 },
    roomCounts: async (owners) => (await rooms?.countsOf(owners)) ?? new Map(),
    refreshRooms: () => rooms?.refresh(),
    tell: (told) => tell(options, told),
    roomAt: async (written) => {
      const name = canonicalRoomName(written)
      const rules = name.ok ? await rooms?.rulesOf(name.name) : undefined
      return !name.ok || rules === undefined || rules.id === null ? null : { name: name.name, status: rules.status }
    },
    closeRoom: async (name, isClosed) => {
      await rooms?.suspend(name, isClosed)
    },
  }
}

/** Mails whoever has the account or the room, or runs the organisation, that was closed or opened again. */
async function tell(options: Options, told: Told): Promise<void> {
  const { accounts, work, config } = options
  const { kind, target, suspension, why, isClosed } = told
  const found = await concerned(options, told)
  if (found === null || accounts === null) return
  const people = await accounts.peopleOf(found.accounts)
  const path = { account: '/account', organisation: `/organisations/${target}`, room: pageOfRoom(target) }[kind]
  const appeal = kind === 'account' ? '/appeal' : `${path}/appeal`
  const page = new URL(isClosed ? appeal : path, config.publicUrl).href
  const reached = [...people.values()].filter(({ email }) => reveal(email) !== '')
  const mails = await Promise.all(
    reached.map(({ account, email, language }) =>
      work.mailer.prepare({
        kind: isClosed ? 'suspension.closed' : 'suspension.opened',
        record: account,
        occasion: suspension,
        to: email,
        language,
        values: { what: found.what ?? email, why, page },
      }),
    ),
  )
  await work.database.transaction(async (transaction) => {
    for (const mail of mails) await work.mailer.queue(transaction, mail)
  })
}

/** Whom it concerns, and what it is called; an account is called by its address. */
async function concerned({ organisations, rooms }: Options, { kind, target }: Told) {
  if (kind === 'account') return { accounts: [target], what: null }
  if (kind === 'room') {
    const room = (await rooms?.open(target)) ?? null
    if (room === null) return null
    const isOne = room.owner === 'account'
    const accounts = isOne ? [room.record] : ((await organisations?.oversight.adminsOf(room.record)) ?? [])
    return { accounts, what: new Personal('room', room.name) }
  }
  const organisation = kind === 'organisation' ? ((await organisations?.get(target)) ?? null) : null
  if (organisation === null || organisations === null) return null
  return { accounts: await organisations.oversight.adminsOf(target), what: organisation.name }
}

function pageOfRoom(name: string): string {
  return `/rooms/${encodeURIComponent(name)}`
}
