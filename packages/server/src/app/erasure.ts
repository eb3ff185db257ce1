import { createErasures, isInLedger, lookInLedger, type Certificate } from '../features/erasure/index.ts'
import { createRecordDesk, lookupCategory } from '../features/records/index.ts'
import type { Clock } from '../platform/clock.ts'
import { Personal } from '../platform/personal.ts'
import type { openPrivacy } from './privacy.ts'
import type { Work } from './work.ts'

/** Erasure and what operators ask about records, over the records and keys of this installation. */
export function openErasure(parts: {
  work: Pick<Work, 'database' | 'seals' | 'records'>
  privacy: Pick<Awaited<ReturnType<typeof openPrivacy>>, 'policy' | 'publication'>
  publicUrl: URL
  clock: Clock
}) {
  const { work, privacy, publicUrl, clock } = parts
  const { database, seals, records } = work
  const { policy, publication } = privacy
  const erasures = createErasures({ database, records, seals, policy, publication, publicUrl })
  const recordDesk = createRecordDesk({ database, records, seals, clock })
  return {
    erasures,
    recordDesk,
    isInLedger: (certificate: Certificate) => isInLedger(records.ledger, database, certificate),
    forCommands: {
      erasures,
      recordDesk,
      subjectOf: (address: string) => recordDesk.subjectOf(new Personal(lookupCategory, address)),
      isRecord: async (record: string) => (await records.existing([record])).length > 0,
      lookInLedger: (certificate: Certificate) => lookInLedger(records.ledger, database, certificate),
      now: clock.now,
    },
  }
}
