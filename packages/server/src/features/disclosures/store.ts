import type { Insertable, Selectable } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { PlatformTables } from '../../platform/db/tables.ts'
import type { DisclosureRow, DisclosureTables } from './tables.ts'

export type StoredDisclosure = Selectable<DisclosureRow>

/** The register of disclosures: entries stay. */
export function disclosureStore(db: Db<Pick<DisclosureTables, 'disclosure'>>) {
  return {
    add: async (row: Insertable<DisclosureRow>): Promise<void> => {
      await db.insertInto('disclosure').values(row).execute()
    },
    all: (): Promise<StoredDisclosure[]> =>
      db.selectFrom('disclosure').selectAll().orderBy('made_at', 'desc').execute(),
    find: (id: string): Promise<StoredDisclosure | undefined> =>
      db.selectFrom('disclosure').selectAll().where('id', '=', id).executeTakeFirst(),
    byId: (ids: readonly string[]): Promise<StoredDisclosure[]> =>
      db
        .selectFrom('disclosure')
        .selectAll()
        .where('id', 'in', ['', ...ids])
        .orderBy('made_at')
        .execute(),
    /** The person was told, or may be now. */
    told: async (id: string, at: Date): Promise<void> => {
      await db.updateTable('disclosure').set({ told_at: at, telling_forbidden: false }).where('id', '=', id).execute()
    },
  }
}

/** Which records something was handed out of. */
export function disclosedStore(db: Db<Pick<DisclosureTables, 'disclosure_record'> & Pick<PlatformTables, 'record'>>) {
  return {
    add: async (id: string, records: readonly string[]): Promise<void> => {
      await db
        .insertInto('disclosure_record')
        .values(records.map((record) => ({ disclosure_id: id, record_id: record })))
        .execute()
    },
    /** Disclosures of anything of a person's. */
    ofSubject: async (subject: string): Promise<string[]> => {
      const rows = await db
        .selectFrom('disclosure_record')
        .innerJoin('record', 'record.id', 'disclosure_record.record_id')
        .select('disclosure_record.disclosure_id')
        .distinct()
        .where('record.subject_id', '=', subject)
        .execute()
      return rows.map(({ disclosure_id }) => disclosure_id)
    },
    /** A person's records. */
    recordsOf: async (subject: string): Promise<string[]> => {
      const rows = await db.selectFrom('record').select('id').where('subject_id', '=', subject).execute()
      return rows.map(({ id }) => id)
    },
  }
}
