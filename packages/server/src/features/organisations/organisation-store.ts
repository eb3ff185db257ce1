import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import { purpose, type OrganisationRow, type OrganisationTables } from './tables.ts'

export type StoredOrganisation = Selectable<OrganisationRow>

/** Organisations themselves. */
export function organisationStore(database: Purposes<OrganisationTables>) {
  const db = database.for(purpose)
  const select = () => db.selectFrom('organisation').selectAll()
  return {
    add: async (row: Insertable<OrganisationRow>): Promise<void> => {
      await db.insertInto('organisation').values(row).execute()
    },
    get: (id: string): Promise<StoredOrganisation | undefined> =>
      select().where('record_id', '=', id).executeTakeFirst(),
    some: (ids: readonly string[]): Promise<StoredOrganisation[]> =>
      select()
        .where('record_id', 'in', ['', ...ids])
        .execute(),
    /** All, in the order in which they were made. */
    ids: async (): Promise<string[]> => {
      const rows = await db.selectFrom('organisation').select('record_id').orderBy('record_id').execute()
      return rows.map(({ record_id }) => record_id)
    },
    /** Whoever changes who is in it and as what waits for each other here. Null where there is none. */
    lock: async (id: string): Promise<StoredOrganisation | null> =>
      (await select().where('record_id', '=', id).forUpdate().executeTakeFirst()) ?? null,
    change: async (id: string, row: Updateable<OrganisationRow>): Promise<void> => {
      await db.updateTable('organisation').set(row).where('record_id', '=', id).execute()
    },
    /** Those without an owner, by their ids. */
    withoutOwner: async (most: number): Promise<StoredOrganisation[]> =>
      select()
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('organisation_member')
                .select('organisation_member.id')
                .whereRef('organisation_member.organisation_id', '=', 'organisation.record_id')
                .where('organisation_member.role', '=', 'owner'),
            ),
          ),
        )
        .orderBy('record_id')
        .limit(most)
        .execute(),
  }
}
