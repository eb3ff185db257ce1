import type { Policy } from '@samtale/policy'
import { createSuspensions, isAwake } from '../features/suspension/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Work } from './work.ts'

/** Closing accounts and rooms, over the records of this installation; null while the policy in force closes nothing. */
export function openSuspensions(parts: {
  work: Pick<Work, 'database' | 'seals' | 'records'>
  policy: Policy
  clock: Clock
}) {
  const { work, policy, clock } = parts
  if (!isAwake(policy)) return null
  const { database, seals, records } = work
  const { subjects, facts, look } = records
  return createSuspensions({
    ...{ database, seals, clock },
    subjectOf: async (account) => (await look.byId([account], clock.now()))[0]?.record.subject_id ?? null,
    records: {
      open: (transaction, record) => subjects.openFor(transaction, record),
      note: (transaction, record, event, at) => facts.note(transaction, [{ kind: 'event', record, event, at }]),
    },
  })
}
