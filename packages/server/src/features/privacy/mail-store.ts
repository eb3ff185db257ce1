import type { Purposes } from '../../platform/db/db.ts'
import { mailPurpose, type MailTables } from '../../platform/mail/tables.ts'

/** Which of these records have a mail about a version. */
export async function mailedFor(
  database: Purposes<MailTables>,
  occasion: string,
  records: readonly string[],
): Promise<ReadonlySet<string>> {
  if (records.length === 0) return new Set()
  const rows = await database
    .for(mailPurpose)
    .selectFrom('mail')
    .select('record_id')
    .where('occasion', '=', occasion)
    .where('record_id', 'in', records)
    .execute()
  return new Set(rows.map(({ record_id }) => record_id))
}

/** What became of the mails about a version. */
export async function outcomeOf(database: Purposes<MailTables>, occasion: string) {
  const rows = await database
    .for(mailPurpose)
    .selectFrom('mail')
    .select(({ fn }) => [fn.countAll().as('all'), fn.count('sent_at').as('sent'), fn.count('failed_at').as('failed')])
    .where('occasion', '=', occasion)
    .executeTakeFirst()
  const { all = 0, sent = 0, failed = 0 } = rows ?? {}
  return { sent: Number(sent), failed: Number(failed), waiting: Number(all) - Number(sent) - Number(failed) }
}
