import type { Policy } from '@samtale/policy'
import { createAudit, isAuditAwake } from '../features/audit/index.ts'
import {
  agreementOf,
  areOrganisationsAwake,
  createOrganisations,
  createRoles,
  type Organisations,
} from '../features/organisations/index.ts'
import { lookupCategory } from '../features/records/index.ts'
import type { Suspensions } from '../features/suspension/index.ts'
import type { Clock } from '../platform/clock.ts'
import { createInvitationPace, type InvitationPace } from '../platform/invitation-link.ts'
import { reveal, type Personal } from '../platform/personal.ts'
import type { openAccounts } from './accounts.ts'
import type { Work } from './work.ts'

/** What organisations are made of here. */
interface OrganisationParts {
  readonly work: Pick<Work, 'database' | 'seals' | 'mailer' | 'records'>
  readonly policy: Policy
  readonly publicUrl: URL
  readonly clock: Clock
}

/** What people are in organisations: nothing, while the policy in force has none. */
export function openMemberships({ work, policy }: Pick<OrganisationParts, 'work' | 'policy'>) {
  if (areOrganisationsAwake(policy)) return createRoles(work.database)
  return {
    roleOf: async () => null,
    organisationsOf: async () => [],
    accountsOf: async () => [],
    administrates: async () => false,
  }
}

/** The log of administrators' acts; null while the policy in force has none. */
export function openAudit({ work, policy, clock }: Pick<OrganisationParts, 'work' | 'policy' | 'clock'>) {
  if (!isAuditAwake(policy)) return null
  const { database, seals, records } = work
  return createAudit({
    database,
    seals,
    clock,
    records: {
      open: (transaction, { id, kind, at }) => records.subjects.openFor(transaction, { id, kind, subject: null, at }),
    },
  })
}

/** Organisations over the records and the mail of this installation; null while the policy in force has none. */
export function openOrganisations({
  accounts,
  audit,
  pace,
  ended = () => {},
  forgetUsage = async () => {},
  suspensions = null,
  ...parts
}: OrganisationParts & {
  readonly ended?: () => void
  readonly forgetUsage?: (organisation: string, before: Date) => Promise<void>
  readonly pace?: InvitationPace
  readonly suspensions?: Pick<Suspensions, 'isClosed'> | null
  readonly accounts: ReturnType<typeof openAccounts>
  readonly audit: ReturnType<typeof openAudit>
}): Organisations | null {
  const { work, policy, publicUrl, clock } = parts
  if (accounts === null || audit === null || !areOrganisationsAwake(policy)) return null
  const { database, seals, mailer } = work
  const agreement = agreementOf(policy)
  return createOrganisations({
    ...{ database, seals, mailer, audit, publicUrl, clock },
    peopleOf: accounts.peopleOf,
    isClosed: async (organisation) => (await suspensions?.isClosed('organisation', organisation)) ?? false,
    agreementText: () => agreement,
    ...{ ended, forgetUsage },
    pace: pace ?? createInvitationPace(clock),
    records: recordsOf(work),
  })
}

type Records = Work['records']
type Noting = Parameters<Records['facts']['note']>[0]
type Opening = Parameters<Records['subjects']['open']>[0]
interface NewRecord {
  readonly id: string
  readonly kind: string
  readonly address: Personal<string> | null
  readonly at: Date
}

/** What invitations are kept in: a record each, of the person behind the address. */
export function recordsOf({ seals, records: { subjects, facts, apply } }: Pick<Work, 'seals' | 'records'>) {
  return {
    open: (transaction: Opening, { id, kind, address, at }: NewRecord): Promise<void> => {
      const addressIndex = address === null ? null : seals.index(lookupCategory, reveal(address))
      return subjects.open(transaction, { id, kind, addressIndex, at })
    },
    erase: (transaction: Noting, those: readonly string[], at: Date): Promise<void> =>
      facts.note(
        transaction,
        those.map((record) => ({ kind: 'erasure', record, at })),
      ),
    settle: (those: readonly string[]): Promise<void> => apply.untilDone(those),
  }
}

/** What rooms know of organisations. */
export function membershipsFor(roles: ReturnType<typeof openMemberships>, organisations: Organisations | null) {
  return {
    roleOf: roles.roleOf,
    accountsOf: roles.accountsOf,
    of: async (account: string) => (await organisations?.named(await roles.organisationsOf(account))) ?? [],
  }
}
