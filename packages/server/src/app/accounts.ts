import type { Policy } from '@samtale/policy'
import { createAccounts, isAwake, type AccountRecords } from '../features/accounts/index.ts'
import { lookupCategory } from '../features/records/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { reveal } from '../platform/personal.ts'
import type { Work } from './work.ts'

/** What accounts are made of here. */
interface AccountParts {
  readonly work: Pick<Work, 'database' | 'seals' | 'mailer' | 'records'>
  readonly policy: Policy
  readonly publicUrl: URL
  readonly clock: Clock
  readonly log: Log
}

/** Accounts over the records and the mail of this installation; null while the policy in force has none. */
export function openAccounts({ work, policy, ...parts }: AccountParts) {
  if (!isAwake(policy)) return null
  const { database, seals, mailer } = work
  const serviceName = policy.controller?.name ?? 'Samtale'
  return createAccounts({ ...parts, database, seals, mailer, serviceName, records: accountRecords(work) })
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
