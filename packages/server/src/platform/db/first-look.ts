import { sql, type Kysely } from 'kysely'
import { isData, type BoundTables } from './access/bound-tables.ts'
import type { AccessPlan } from './access/plan.ts'
import type { PlatformTables } from './tables.ts'

/** What can be seen before anybody has rights: tables that hold nothing personal, and whether others have any row. */
export interface FirstLook {
  /** Every row of a table. @throws TypeError for a table that holds something of people */
  rows<Row>(table: string): Promise<readonly Row[]>
  isEmpty(table: string): Promise<boolean>
}

/** Who may do what, or what decides it by what the database has. Servers that start at once decide in turn. */
export type PlanOrLook = AccessPlan | ((look: FirstLook) => Promise<AccessPlan>)

/** The look of the owner, after migration and before rights are made. */
export function firstLook(owner: Kysely<PlatformTables>, bindings: BoundTables): FirstLook {
  return {
    rows: async <Row>(table: string) => {
      const bound = bindings[table]
      if (bound === undefined || isData(table, bound)) throw new TypeError(`${table} is not to be looked at.`)
      return (await sql<Row>`select * from ${sql.table(table)}`.execute(owner)).rows
    },
    isEmpty: async (table) => {
      // The owner of a server's tables may be kept from their rows, and then can't tell: whether files have anything can.
      const { rows } = await sql<{ some: boolean }>`
        select exists (select from ${sql.table(table)})
          or pg_relation_size(${sql.lit(table)}::regclass) > 0 as some`.execute(owner)
      return rows[0]?.some === false
    },
  }
}
