import { sql, type Selectable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import { purpose, type AuditActRow, type AuditPersonRow, type AuditTables } from './tables.ts'

export type StoredAct = Selectable<AuditActRow>
export type StoredPerson = Pick<AuditPersonRow, 'record_id' | 'act_id' | 'part'>

/** Which acts are asked for. */
export interface ActFilter {
  /** Null: the operator's. */
  readonly organisation: string | null
  /** How the name of the act begins, such as `member.`. */
  readonly what?: string | undefined
  /** Account by which it was done, or to which. */
  readonly person?: string | undefined
  readonly from?: Date | undefined
  /** Up to, and not with. */
  readonly until?: Date | undefined
}

/** The log, for its own purpose: rows are added and read, and the database takes nothing else. */
export function auditStore(database: Purposes<AuditTables>) {
  const db = database.for(purpose)
  const found = ({ organisation, what, person, from, until }: ActFilter) => {
    let query = db.selectFrom('audit_act')
    query = query.where('organisation_id', organisation === null ? 'is' : '=', organisation)
    if (what !== undefined) query = query.where(sql<boolean>`starts_with(what, ${what})`)
    if (from !== undefined) query = query.where('at', '>=', from)
    if (until !== undefined) query = query.where('at', '<', until)
    if (person === undefined) return query
    return query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('audit_person')
          .select('audit_person.id')
          .whereRef('audit_person.act_id', '=', 'audit_act.record_id')
          .where('audit_person.record_id', '=', person),
      ),
    )
  }
  return {
    add: async (act: AuditActRow, persons: readonly AuditPersonRow[]): Promise<void> => {
      await db.insertInto('audit_act').values(act).execute()
      if (persons.length > 0)
        await db
          .insertInto('audit_person')
          .values([...persons])
          .execute()
    },
    /** Newest first. */
    page: (filter: ActFilter, offset: number, most: number): Promise<StoredAct[]> =>
      found(filter).selectAll().orderBy('at', 'desc').orderBy('record_id', 'desc').offset(offset).limit(most).execute(),
    count: async (filter: ActFilter): Promise<number> => {
      const row = await found(filter)
        .select(({ fn }) => fn.countAll<string>().as('acts'))
        .executeTakeFirst()
      return Number(row?.acts ?? 0)
    },
    personsOf: (those: readonly string[]): Promise<StoredPerson[]> =>
      db
        .selectFrom('audit_person')
        .select(['record_id', 'act_id', 'part'])
        .where('act_id', 'in', ['', ...those])
        .execute(),
    /** Some acts of an organisation, by their records. */
    some: async (organisation: string, most: number, before: Date | null): Promise<string[]> => {
      const own = db.selectFrom('audit_act').select('record_id').where('organisation_id', '=', organisation)
      const rows = await (before === null ? own : own.where('at', '<', before)).limit(most).execute()
      return rows.map(({ record_id }) => record_id)
    },
  }
}
