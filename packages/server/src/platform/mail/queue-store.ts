import type { Selectable } from 'kysely'
import type { Db } from '../db/db.ts'
import type { JobTables } from '../jobs/tables.ts'
import type { MailTables } from './tables.ts'

/** How a mail on its way stands; nothing of whom it is for, nor of what it says. */
export interface StandingMail {
  readonly id: string
  readonly kind: string
  readonly queuedAt: Date
  /** When it was given up; null where it waits. */
  readonly failedAt: Date | null
  /** Code of why it was given up. */
  readonly code: string | null
  /** Whether it is still there, and can be sent. */
  readonly held: boolean
}

/** Mail as an operator sees it. Restricted records are not seen. */
export function queueStore(db: Db<MailTables>) {
  const held = () => db.selectFrom('mail').where('address', 'is not', null)
  return {
    counts: async (): Promise<{ waiting: number; failed: number }> => {
      const counted = await held()
        .select(({ fn }) => [fn.countAll().as('all'), fn.count('failed_at').as('failed')])
        .executeTakeFirstOrThrow()
      const failed = Number(counted.failed)
      return { waiting: Number(counted.all) - failed, failed }
    },

    /** Newest first, before an id. What was given up and is cleared is among them for as long as `since` says. */
    page: async (of: { state: 'waiting' | 'failed'; before: string | null; since: Date; most: number }) => {
      const rows = await db
        .selectFrom('mail')
        .select(({ eb }) => [
          ...(['id', 'kind', 'queued_at', 'failed_at', 'error_code'] as const),
          eb('address', 'is not', null).as('held'),
        ])
        .$if(of.state === 'waiting', (query) => query.where('address', 'is not', null).where('failed_at', 'is', null))
        .$if(of.state === 'failed', (query) => query.where('failed_at', '>=', of.since))
        .$if(of.before !== null, (query) => query.where('id', '<', of.before ?? ''))
        .orderBy('id', 'desc')
        .limit(of.most)
        .execute()
      return rows.map(standing)
    },

    /** Lets it wait again. `gone` where it was cleared, or there is none. */
    revive: async (id: string): Promise<'waiting' | 'gone'> => {
      const revived = await db
        .updateTable('mail')
        .set({ failed_at: null, error_code: null })
        .where('id', '=', id)
        .where('address', 'is not', null)
        .executeTakeFirst()
      return revived.numUpdatedRows === 1n ? 'waiting' : 'gone'
    },

    /** Clears it for good; one that waits is given up with it. False where there is nothing to clear. */
    clear: async (id: string, now: Date): Promise<boolean> => {
      const cleared = await db
        .updateTable('mail')
        .set(({ fn, val, ref }) => ({
          failed_at: fn<Date>('coalesce', [ref('failed_at'), val(now)]),
          error_code: fn<string>('coalesce', [ref('error_code'), val('mail.given-up')]),
          ...{ address: null, subject: null, content: null },
        }))
        .where('id', '=', id)
        .where('address', 'is not', null)
        .executeTakeFirst()
      return cleared.numUpdatedRows === 1n
    },
  }
}

function standing({ id, kind, ...row }: StandingRow): StandingMail {
  return { id, kind, queuedAt: row.queued_at, failedAt: row.failed_at, code: row.error_code, held: row.held === true }
}

type StandingRow = Pick<Selectable<MailTables['mail']>, 'id' | 'kind' | 'queued_at' | 'failed_at' | 'error_code'> & {
  held: unknown
}

/** How far the sending of a mail is. */
export interface Tries {
  readonly attempts: number
  /** Code of the last attempt's error. */
  readonly code: string | null
  /** When it is tried next; null while it is being tried. */
  readonly nextAt: Date | null
}

/** The jobs that send these mails. */
export async function triesOf(db: Db<JobTables>, mails: readonly string[]): Promise<ReadonlyMap<string, Tries>> {
  if (mails.length === 0) return new Map()
  const rows = await db
    .selectFrom('job')
    .select(['about', 'attempts', 'error_code', 'due_at'])
    .where('name', '=', 'mail.send')
    .where('about', 'in', mails)
    .execute()
  return new Map(
    rows.map((row) => [row.about ?? '', { attempts: row.attempts, code: row.error_code, nextAt: row.due_at }]),
  )
}
