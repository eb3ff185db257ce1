import type { Insertable, Selectable } from 'kysely'
import type { PlatformTables } from '../db/tables.ts'
import type { Db } from '../db/db.ts'
import type { BlindIndex } from '../seals/sealed.ts'
import { suppressionRecord, type MailRow, type MailSuppressionRow, type MailTables } from './tables.ts'

const cleared = { address: null, subject: null, content: null }

export type MailState = 'waiting' | 'sent' | 'failed'

/** Mail on its way. */
export function mailStore(db: Db<MailTables>) {
  const waiting = (id: string) =>
    db.updateTable('mail').where('id', '=', id).where('sent_at', 'is', null).where('failed_at', 'is', null)
  return {
    /** False where this mail was queued for this occasion before. */
    add: async (row: Insertable<MailRow>): Promise<boolean> => {
      const added = await db
        .insertInto('mail')
        .values(row)
        .onConflict((conflict) => conflict.columns(['record_id', 'kind', 'occasion']).doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    },

    /** Undefined where there is none, or its record may not be used now. */
    find: (id: string): Promise<Selectable<MailRow> | undefined> =>
      db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst(),

    /** It was handed over. False where it was deleted meanwhile. */
    sent: async (id: string, now: Date): Promise<boolean> => {
      const kept = await waiting(id)
        .set({ sent_at: now, ...cleared })
        .executeTakeFirst()
      return kept.numUpdatedRows === 1n
    },

    /** It is given up; where nothing could send it any more, what it says goes at once. */
    failed: async (id: string, code: string, now: Date, { keep }: { keep: boolean }): Promise<void> => {
      await waiting(id)
        .set({ failed_at: now, error_code: code, ...(keep ? {} : cleared) })
        .execute()
    },

    /** What became of a mail; null where none was queued. */
    stateOf: async (of: { record: string; kind: string; occasion: string }): Promise<MailState | null> => {
      const row = await db
        .selectFrom('mail')
        .select(['sent_at', 'failed_at'])
        .where('record_id', '=', of.record)
        .where('kind', '=', of.kind)
        .where('occasion', '=', of.occasion)
        .executeTakeFirst()
      if (row === undefined) return null
      if (row.sent_at !== null) return 'sent'
      return row.failed_at === null ? 'waiting' : 'failed'
    },
  }
}

/** Mail that has been on its way for long. */
export function waitingMailStore(db: Db<MailTables>) {
  return {
    /** Clears what was queued before a time and not handed over, and gives up what waits of it. */
    expire: async (before: Date, now: Date): Promise<void> => {
      await db
        .updateTable('mail')
        .set(({ fn, val, ref }) => ({
          failed_at: fn<Date>('coalesce', [ref('failed_at'), val(now)]),
          error_code: fn<string>('coalesce', [ref('error_code'), val('mail.expired')]),
          ...cleared,
        }))
        .where('address', 'is not', null)
        .where('queued_at', '<', before)
        .execute()
    },

    /** Ids of mails that wait since before a time, oldest first. */
    waitingSince: async (before: Date, most: number): Promise<string[]> => {
      const rows = await db
        .selectFrom('mail')
        .select('id')
        .where('address', 'is not', null)
        .where('failed_at', 'is', null)
        .where('queued_at', '<', before)
        .orderBy('queued_at')
        .limit(most)
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}

/** Addresses that want no more mail of a list. */
export function suppressionStore(db: Db<Pick<MailTables, 'mail_suppression'> & Pick<PlatformTables, 'record'>>) {
  return {
    /** When an address refused a list last; null where it didn't. */
    refusedAt: async (index: BlindIndex, list: string): Promise<Date | null> => {
      const row = await db
        .selectFrom('mail_suppression')
        .select('created_at')
        .where('address_index', '=', index)
        .where('list', '=', list)
        .executeTakeFirst()
      return row?.created_at ?? null
    },

    /** Notes that it refuses it now. Each is a record of its own, of nobody, and outlives what else is known of a person. */
    refuse: async (row: Insertable<MailSuppressionRow>): Promise<void> => {
      const again = await db
        .updateTable('mail_suppression')
        .set({ created_at: row.created_at })
        .where('address_index', '=', row.address_index)
        .where('list', '=', row.list)
        .executeTakeFirst()
      if (again.numUpdatedRows > 0n) return
      await db.insertInto('record').values({ id: row.record_id, kind: suppressionRecord }).execute()
      await db.insertInto('mail_suppression').values(row).execute()
    },
  }
}

/** Which of these records there are, restricted ones too. */
export async function existingRecords(
  db: Db<Pick<PlatformTables, 'record'>>,
  records: readonly string[],
): Promise<ReadonlySet<string>> {
  if (records.length === 0) return new Set()
  const rows = await db.selectFrom('record').select('id').where('id', 'in', records).execute()
  return new Set(rows.map(({ id }) => id))
}
