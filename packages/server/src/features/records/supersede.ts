import type { Database } from '../../platform/db/database.ts'
import type { LedgerTables } from '../ledger/index.ts'
import { standingYes } from './answer-store.ts'
import { storagePurpose, type Facts } from './facts.ts'
import type { RecordTables } from './tables.ts'

const atOnce = 200

/**
 * From a time on a question is another one: every yes that was given to it before counts until then and no longer. In
 * batches, each whole; asked again it finds what is left.
 */
export async function supersede(
  { database, facts }: { database: Pick<Database<RecordTables & LedgerTables>, 'for' | 'transaction'>; facts: Facts },
  consent: string,
  since: Date,
): Promise<void> {
  for (;;) {
    const rows = await standingYes(database.for(storagePurpose), consent, since, atOnce)
    if (rows.length === 0) return
    await database.transaction((transaction) =>
      facts.note(
        transaction,
        rows.map(({ record_id: record, at, expires_at }) => ({
          kind: 'consent',
          record,
          consent,
          given: true,
          at,
          expiresAt: expires_at ?? undefined,
          supersededAt: since,
        })),
      ),
    )
  }
}
