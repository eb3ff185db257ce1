import type { Kysely } from 'kysely'

declare const tables: unique symbol

/**
 * What a store is given: four kinds of statement on the tables it names, and nothing raw. `Db<All>` goes where `Db<Some>`
 * is asked for, so each store names its own tables only, and reading another's fails to compile. (The marker is never
 * there: it makes the compiler compare the tables, which Kysely's methods alone do not.)
 */
export type Db<Tables> = Pick<Kysely<Tables>, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom'> & {
  readonly [tables]?: Tables
}

/** The same at run time: an object that has nothing else. */
export function narrow<Tables>(kysely: Kysely<Tables>): Db<Tables> {
  return {
    selectFrom: kysely.selectFrom.bind(kysely),
    insertInto: kysely.insertInto.bind(kysely),
    updateTable: kysely.updateTable.bind(kysely),
    deleteFrom: kysely.deleteFrom.bind(kysely),
  }
}

/** Statements for a purpose: one of the policy in force, or of those that every installation has (access/plan.ts). */
export interface Purposes<Tables> {
  /** @throws DatabaseError `db.purpose-unknown` */
  for(purpose: string): Db<Tables>
}

/** The same, and transactions of several statements. */
export interface TransactingPurposes<Tables> extends Purposes<Tables> {
  /**
   * Several statements, of any purposes, that are kept together or not at all. Nothing is awaited in it but its
   * statements.
   * @throws DatabaseError
   */
  transaction<Result>(run: (transaction: Purposes<Tables>) => Promise<Result>): Promise<Result>
}
