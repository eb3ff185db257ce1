import { languages, type Policy } from '@samtale/policy'
import type { DueMail } from '../features/records/index.ts'
import { createNotices, type Reached, type retentionMailKinds } from '../features/retention/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { Mailer } from '../platform/mail/mailer.ts'
import { SealError } from '../platform/seals/seal-error.ts'
import type { Sealed } from '../platform/seals/sealed.ts'
import type { Seals } from '../platform/seals/seals.ts'
import type { DatabaseTables } from './database.ts'

interface Parts {
  readonly database: Database<DatabaseTables>
  readonly seals: Pick<Seals, 'open'>
  readonly mailer: Mailer<typeof retentionMailKinds, DatabaseTables>
  readonly policy: Policy
  readonly publicUrl: URL
  readonly clock: Clock
}

interface Place {
  readonly table: string
  readonly category: string
  /** Undefined where the record may not be read now. */
  find(database: Database<DatabaseTables>, record: string): Promise<Found | undefined>
}

interface Found {
  readonly address: Sealed | null
  readonly language: string
}

/** Where each kind of record has the address of its person; what it is read for, is what its feature reads it for. */
const places: Readonly<Record<string, Place>> = {
  ticket: {
    table: 'ticket_contact',
    category: 'correspondence',
    find: (database, record) =>
      database
        .for('correspondence')
        .selectFrom('ticket_contact')
        .innerJoin('ticket', 'ticket.record_id', 'ticket_contact.record_id')
        .select(['ticket_contact.address', 'ticket.language'])
        .where('ticket_contact.record_id', '=', record)
        .executeTakeFirst(),
  },
  newsletter: {
    table: 'newsletter_entry',
    category: 'newsletter',
    find: (database, record) =>
      database
        .for('newsletter')
        .selectFrom('newsletter_entry')
        .select(['address', 'language'])
        .where('record_id', '=', record)
        .executeTakeFirst(),
  },
  'waiting-list': {
    table: 'waiting_list_entry',
    category: 'waiting-list',
    find: (database, record) =>
      database
        .for('waiting-list')
        .selectFrom('waiting_list_entry')
        .select(['address', 'language'])
        .where('record_id', '=', record)
        .executeTakeFirst(),
  },
}

/** The mails that come before something goes, to where each kind of record has an address. */
export function retentionNotices({ database, seals, ...parts }: Parts) {
  const reach = async ({ id, kind }: DueMail['record']): Promise<Reached | 'nowhere' | null> => {
    const place = places[kind]
    if (place === undefined) return 'nowhere'
    const found = await place.find(database, id)
    if (found === undefined) return null
    if (found.address === null) return 'nowhere'
    const cell = { table: place.table, column: 'address', record: id, category: place.category }
    try {
      const language = languages.find((one) => one === found.language) ?? 'en'
      return { address: await seals.open(cell, found.address), language }
    } catch (error) {
      if (error instanceof SealError && error.code === 'seal.key-gone') return 'nowhere'
      throw error
    }
  }
  return createNotices({ ...parts, reach })
}
