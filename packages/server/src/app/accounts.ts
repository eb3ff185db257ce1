import type { Policy } from '@samtale/policy'
import type { FastifyInstance } from 'fastify'
import {
  createAccounts,
  createGate,
  hasPasswords,
  isAwake,
  recognisePeople,
  registerAccountRoutes,
  type AccountRecords,
  type OwnParts,
} from '../features/accounts/index.ts'
import type { Pages } from '../features/pages/index.ts'
import type { Rooms } from '../features/rooms/index.ts'
import { lookupCategory } from '../features/records/index.ts'
import type { Suspensions } from '../features/suspension/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { reveal } from '../platform/personal.ts'
import { openMemberships } from './organisations.ts'
import type { SignIn } from './sign-in.ts'
import type { Work } from './work.ts'

/** What accounts are made of here. */
interface AccountParts {
  readonly work: Pick<Work, 'database' | 'seals' | 'mailer' | 'records'>
  readonly policy: Policy
  readonly signIn: SignIn
  readonly publicUrl: URL
  readonly clock: Clock
  readonly log: Log
}

/** Accounts over the records and the mail of this installation; null while the policy in force has none. */
export function openAccounts({ work, policy, signIn, ...parts }: AccountParts) {
  if (!isAwake(policy)) return null
  const { database, seals, mailer } = work
  const serviceName = policy.controller?.name ?? 'Samtale'
  const { administrates } = openMemberships({ work, policy })
  return createAccounts({
    ...parts,
    database,
    seals,
    mailer,
    serviceName,
    administrates,
    ...signIn,
    country: policy.controller?.country ?? null,
    hasPasswords: hasPasswords(policy),
    records: accountRecords(work),
  })
}

/** Who may ask what: what somebody is in an organisation or a room, the features of those say. */
export function openGate({
  rooms,
  roles,
  suspensions = null,
  ...parts
}: {
  pages: Pages
  accounts: ReturnType<typeof openAccounts>
  rooms: Pick<Rooms, 'hosts' | 'organisationOf'> | null
  roles: Pick<ReturnType<typeof openMemberships>, 'roleOf'>
  suspensions?: Pick<Suspensions, 'isClosed'> | null
}) {
  const hostsRoom = async (account: string, room: string) => (await rooms?.hosts(account, room)) ?? false
  const organisationOfRoom = async (room: string) => (await rooms?.organisationOf(room)) ?? null
  const isClosed = async (account: string) => (await suspensions?.isClosed('account', account)) ?? false
  const isOrganisationClosed = async (organisation: string) =>
    (await suspensions?.isClosed('organisation', organisation)) ?? false
  const ofRooms = { hostsRoom, organisationOfRoom }
  return createGate({ ...parts, ...ofRooms, organisationRole: roles.roleOf, isClosed, isOrganisationClosed })
}

/** Registers their pages; requests about all that is a person's own are made where the policy in force takes them. */
export function registerAccounts(
  server: FastifyInstance,
  parts: {
    pages: Pages
    accounts: ReturnType<typeof openAccounts>
    own: OwnParts | null
    timeZone: string
    rights: object | null
  },
): void {
  const { rights, ...others } = parts
  if (parts.accounts !== null) recognisePeople(server, parts.accounts)
  registerAccountRoutes(server, { ...others, exportAt: rights === null ? null : '/rights' })
}

function accountRecords({ database, seals, records }: AccountParts['work']): AccountRecords {
  const { subjects, facts, apply, stateOf } = records
  return {
    open: (transaction, { id, kind, address, at }) => {
      const addressIndex = address === null ? null : seals.index(lookupCategory, reveal(address))
      return subjects.open(transaction, { id, kind, addressIndex, at })
    },
    used: (transaction, record, at) => facts.note(transaction, [{ kind: 'event', record, event: 'last-activity', at }]),
    erase: async (record, at) => {
      await database.transaction((transaction) => facts.note(transaction, [{ kind: 'erasure', record, at }]))
      await apply.untilDone([record])
      return (await stateOf(record)) === 'restricted' ? 'kept' : 'erased'
    },
  }
}
