import type { Policy } from '@samtale/policy'
import { lookupCategory } from '../features/records/index.ts'
import { createReports, isAwake, type ReportRecords } from '../features/reports/index.ts'
import type { Clock } from '../platform/clock.ts'
import { createAddressPace } from '../platform/http/address-pace.ts'
import { reveal } from '../platform/personal.ts'
import type { Work } from './work.ts'

/** What reports are made of here. */
export interface ReportParts {
  readonly work: Pick<Work, 'database' | 'seals' | 'mailer' | 'records'>
  readonly policy: Policy
  readonly publicUrl: URL
  readonly clock: Clock
}

/** Reports from one network address: five at once, then one in two minutes. */
const pace = { burst: 5, perSecond: 1 / 120 }

/** Reports over the records and the mail of this installation; null while the policy in force takes none. */
export function openReports({ work, ...parts }: ReportParts) {
  if (!isAwake(parts.policy)) return null
  const { database, seals, mailer } = work
  return createReports({ ...parts, database, seals, mailer, records: reportRecords(work) })
}

/** How often somebody can report. */
export function reportPace(clock: Clock) {
  return createAddressPace(pace, clock)
}

function reportRecords({ seals, records: { subjects, facts } }: ReportParts['work']): ReportRecords {
  return {
    open: (transaction, { id, kind, address, at }) => {
      const addressIndex = address === null ? null : seals.index(lookupCategory, reveal(address))
      return subjects.open(transaction, { id, kind, addressIndex, at })
    },
    note: (transaction, record, event, at) => facts.note(transaction, [{ kind: 'event', record, event, at }]),
  }
}
