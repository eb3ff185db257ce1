import { sql, type Insertable, type Selectable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import type { RecordTables } from '../records/index.ts'
import type { RightKind } from './kinds.ts'
import { purpose, type RightsClaimRow, type RightsRequestRow, type RightsStepRow, type RightsTables } from './tables.ts'

export type Claim = Selectable<RightsClaimRow>
export type Case = Selectable<RightsRequestRow>
export type Step = Selectable<RightsStepRow>
export type Told = RightsTables['rights_told']

type Tables = Purposes<RightsTables & Pick<RecordTables, 'record'>>

/** Requests that nobody has confirmed. */
export function claimStore(database: Tables) {
  const db = database.for(purpose)
  return {
    add: async (row: Insertable<RightsClaimRow>): Promise<void> => {
      await db.insertInto('rights_claim').values(row).execute()
    },

    /** When an address was written to since an instant, and about which right. */
    since: (index: BlindIndex, since: Date): Promise<Pick<Claim, 'kind' | 'asked_at'>[]> =>
      db
        .selectFrom('rights_claim')
        .select(['kind', 'asked_at'])
        .where('address_index', '=', index)
        .where('asked_at', '>', since)
        .execute(),

    get: (record: string): Promise<Claim | undefined> =>
      db.selectFrom('rights_claim').selectAll().where('record_id', '=', record).executeTakeFirst(),

    /** False where it was confirmed before: a link is good for once. */
    prove: async (record: string, at: Date): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('rights_claim')
        .set({ proved_at: at })
        .where('record_id', '=', record)
        .where('proved_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}

/** Requests. */
export function caseStore(database: Tables) {
  const db = database.for(purpose)
  const select = () => db.selectFrom('rights_request').selectAll()
  return {
    /** False where the same is open already. */
    add: async (row: Insertable<RightsRequestRow>): Promise<boolean> => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('rights_request')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['address_index', 'kind'])
            .where(sql<boolean>`state in ('open', 'telling')`)
            .doNothing(),
        )
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    get: (record: string): Promise<Case | undefined> => select().where('record_id', '=', record).executeTakeFirst(),

    find: (number: string): Promise<Case | undefined> => select().where('number', '=', number).executeTakeFirst(),

    /** The one that is not answered yet, of a person and a kind. */
    open: (index: BlindIndex, kind: RightKind): Promise<Case | undefined> =>
      select()
        .where('address_index', '=', index)
        .where('kind', '=', kind)
        .where('state', 'in', ['open', 'telling'])
        .executeTakeFirst(),

    /** Whose record it is. */
    subjectOf: async (record: string): Promise<string | null> => {
      const row = await db.selectFrom('record').select('subject_id').where('id', '=', record).executeTakeFirst()
      return row?.subject_id ?? null
    },
  }
}

/** What becomes of requests, each change only from where they are. */
export function caseChanges(database: Tables) {
  const db = database.for(purpose)
  return {
    /** Changes one that is in a state; false where it isn't any more. */
    change: async (record: string, from: readonly Case['state'][], set: Partial<Case>): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('rights_request')
        .set(set)
        .where('record_id', '=', record)
        .where('state', 'in', [...from])
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    /** What runs by itself is done once; false where it was done before. */
    carry: async (record: string, set: Partial<Case>): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('rights_request')
        .set(set)
        .where('record_id', '=', record)
        .where('state', '=', 'open')
        .where('carried_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    /** Of how much of its time it is told that it is over; false where that was told. */
    escalate: async (record: string, level: number): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('rights_request')
        .set({ escalated: level })
        .where('record_id', '=', record)
        .where('state', '=', 'open')
        .where('escalated', '<', level)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}

/** What was done about requests. */
export function stepStore(database: Tables) {
  const db = database.for(purpose)
  return {
    addStep: async (row: Insertable<RightsStepRow>): Promise<void> => {
      await db.insertInto('rights_step').values(row).execute()
    },

    /** Oldest first. */
    stepsOf: (record: string): Promise<Step[]> =>
      db.selectFrom('rights_step').selectAll().where('record_id', '=', record).orderBy('at').orderBy('id').execute(),
  }
}

/** Those who got the data before. */
export function toldStore(database: Tables) {
  const db = database.for(purpose)
  return {
    add: async (record: string, recipients: readonly string[]): Promise<void> => {
      if (recipients.length === 0) return
      await db
        .insertInto('rights_told')
        .values(recipients.map((recipient) => ({ record_id: record, recipient, told_at: null })))
        .onConflict((conflict) => conflict.columns(['record_id', 'recipient']).doNothing())
        .execute()
    },

    of: (record: string): Promise<Told[]> =>
      db.selectFrom('rights_told').selectAll().where('record_id', '=', record).orderBy('recipient').execute(),

    /** False where there is no such recipient, or they were told before. */
    told: async (record: string, recipient: string, at: Date): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('rights_told')
        .set({ told_at: at })
        .where('record_id', '=', record)
        .where('recipient', '=', recipient)
        .where('told_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}

/** Many at once: for whoever answers them. */
export function caseList(database: Tables) {
  const db = database.for(purpose)
  const select = () => db.selectFrom('rights_request').selectAll()
  return {
    /** Those not answered first, in the order in which they fall due. */
    list: (lateAt: Date | null, most: number): Promise<Case[]> =>
      select()
        .$if(lateAt !== null, (query) => query.where('state', '=', 'open').where('due_at', '<=', lateAt ?? new Date(0)))
        .orderBy('closed_at', (order) => order.desc().nullsFirst())
        .orderBy('due_at')
        .limit(most)
        .execute(),

    /** Those not answered, a page at a time. */
    openAfter: (after: string, most: number): Promise<Case[]> =>
      select().where('state', '=', 'open').where('record_id', '>', after).orderBy('record_id').limit(most).execute(),

    /** Records of those of a person that aren't answered. */
    openOf: async (index: BlindIndex): Promise<string[]> => {
      const rows = await db
        .selectFrom('rights_request')
        .select('record_id')
        .where('address_index', '=', index)
        .where('state', 'in', ['open', 'telling'])
        .execute()
      return rows.map(({ record_id }) => record_id)
    },

    late: async (at: Date): Promise<boolean> => {
      const row = await db
        .selectFrom('rights_request')
        .select('record_id')
        .where('state', '=', 'open')
        .where('due_at', '<=', at)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
  }
}
