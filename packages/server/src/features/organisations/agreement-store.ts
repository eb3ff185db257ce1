import { sql, type Insertable, type Selectable } from 'kysely'
import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Purposes } from '../../platform/db/db.ts'
import { purpose, type AgreementVersionRow, type OrganisationAgreementRow, type OrganisationTables } from './tables.ts'

export type StoredAgreement = Selectable<OrganisationAgreementRow>

/** Agreements, added and never changed; and the texts that were accepted, which hold nothing personal. */
export function agreementStore(database: Purposes<OrganisationTables>) {
  const db = database.for(purpose)
  const texts = database.for(builtInPurposes.operation)
  return {
    keepText: async ({ texts: all, ...row }: AgreementVersionRow): Promise<void> => {
      await texts
        .insertInto('agreement_version')
        .values({ ...row, texts: sql`${JSON.stringify(all)}::jsonb` })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    text: (hash: string): Promise<Selectable<AgreementVersionRow> | undefined> =>
      texts.selectFrom('agreement_version').selectAll().where('hash', '=', hash).executeTakeFirst(),
    texts: (hashes: readonly string[]): Promise<Pick<AgreementVersionRow, 'hash' | 'facts_hash'>[]> =>
      texts
        .selectFrom('agreement_version')
        .select(['hash', 'facts_hash'])
        .where('hash', 'in', ['', ...hashes])
        .execute(),
    add: async (row: Insertable<OrganisationAgreementRow>): Promise<void> => {
      await db.insertInto('organisation_agreement').values(row).execute()
    },
    /** Newest first. */
    of: (organisation: string): Promise<StoredAgreement[]> =>
      db
        .selectFrom('organisation_agreement')
        .selectAll()
        .where('record_id', '=', organisation)
        .orderBy('accepted_at', 'desc')
        .orderBy('id', 'desc')
        .execute(),
  }
}
