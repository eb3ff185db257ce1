import type { Policy } from '@samtale/policy'
import { createDesk, createWriters, isAwake, type TicketRecords } from '../features/correspondence/index.ts'
import { lookupCategory, type Records } from '../features/records/index.ts'
import type { Clock } from '../platform/clock.ts'
import { reveal } from '../platform/personal.ts'
import type { Work } from './work.ts'

/** What letters are made of here. */
export interface CorrespondenceParts {
  readonly work: Pick<Work, 'database' | 'seals' | 'mailer' | 'tokens' | 'records'>
  readonly policy: Policy
  readonly publicUrl: URL
  readonly clock: Clock
}

/** Letters over the records and the mail of this installation; both null while the policy in force takes none. */
export function openCorrespondence({ work, ...parts }: CorrespondenceParts) {
  if (!isAwake(parts.policy)) return { writers: null, desk: null }
  const { database, seals, mailer, tokens } = work
  const options = { ...parts, database, seals, mailer, tokens, records: ticketRecords(work) }
  return { writers: createWriters(options), desk: createDesk(options) }
}

function ticketRecords({
  database,
  seals,
  records: { subjects, facts, apply, stateOf },
}: Pick<CorrespondenceParts['work'], 'database' | 'seals'> & { records: Records }): TicketRecords {
  return {
    open: (transaction, { id, kind, address, at }) =>
      subjects.open(transaction, { id, kind, addressIndex: seals.index(lookupCategory, reveal(address)), at }),
    note: (transaction, record, event, at) => facts.note(transaction, [{ kind: 'event', record, event, at }]),
    erase: async (record, at) => {
      await database.transaction((transaction) => facts.note(transaction, [{ kind: 'erasure', record, at }]))
      await apply.records([record])
      return (await stateOf(record)) === 'restricted' ? 'kept' : 'erased'
    },
  }
}
