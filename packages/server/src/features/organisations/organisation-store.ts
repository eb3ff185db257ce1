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
    /** Those that were made last, first. */
    page: (from: number, most: number): Promise<StoredOrganisation[]> =>
      select().orderBy('record_id', 'desc').offset(from).limit(most).execute(),
    /** All by name, in the same order. */
    names: () => db.selectFrom('organisation').select(['record_id', 'name']).orderBy('record_id', 'desc').execute(),
    count: async (): Promise<number> => {
      const counted = db.selectFrom('organisation').select(({ fn }) => fn.countAll<string>().as('organisations'))
      return Number((await counted.executeTakeFirst())?.organisations ?? 0)
    },
    /** Whoever changes who is in it and as what waits for each other here. Null where there is none. */
    lock: async (id: string): Promise<StoredOrganisation | null> =>
      (await select().where('record_id', '=', id).forUpdate().executeTakeFirst()) ?? null,
    change: async (id: string, row: Updateable<OrganisationRow>): Promise<void> => {
      await db.updateTable('organisation').set(row).where('record_id', '=', id).execute()
    },
    /** Those that keep something for less time than the policy lets them. */
    stricter: (): Promise<StoredOrganisation[]> =>
      select()
        .where((row) => row.or([row('log_days', 'is not', null), row('usage_days', 'is not', null)]))
        .execute(),
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
