import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BoundTables } from './access/bound-tables.ts'
import { prepareDatabase, type Database } from './database.ts'
import { enginesForTests } from '../../../test/db/places.ts'
import { sampleBindings, sampleOptions, type SampleTables } from '../../../test/db/sample.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-purposes-'))
afterAll(() => rmSync(folder, { recursive: true }))
const engines = await enginesForTests()

const denied = (what?: string) =>
  expect.objectContaining({ code: 'db.purpose-denied', message: expect.stringContaining(what ?? '42501') })

describe.each(engines)('on the %s database', (_name, newPlace) => {
  let database: Database<SampleTables>
  beforeAll(async () => {
    const place = await newPlace()
    database = await prepareDatabase<SampleTables>(await place.open(), sampleOptions(folder))
  })
  afterAll(() => database.close())

  let last = 0
  /** A ticket of a person: a subject, a record and a row, as a feature would write them. */
  async function writeTicket(): Promise<{ ticket: string; record: string; subject: string }> {
    last += 1
    const ids = { ticket: `ticket-${last}`, record: `record-${last}`, subject: `subject-${last}` }
    await database.transaction(async (tx) => {
      const db = tx.for('correspondence')
      await db.insertInto('subject').values({ id: ids.subject }).execute()
      await db
        .insertInto('record')
        .values({ id: ids.record, kind: 'ticket', subject_id: ids.subject, next_check_at: new Date() })
        .execute()
      await db
        .insertInto('ticket')
        .values({
          id: ids.ticket,
          record_id: ids.record,
          email: 'ana@example.test',
          body: 'Hello',
          sent_at: new Date('2026-11-22T10:00:00Z'),
        })
        .execute()
    })
    return ids
  }
  const restrict = (record: string) =>
    database.for('storage').updateTable('record').set({ state: 'restricted' }).where('id', '=', record).execute()

  test('a purpose reads and writes the columns of its categories, and what is not personal beside them', async () => {
    const { ticket, record } = await writeTicket()
    const db = database.for('correspondence')
    const row = await db.selectFrom('ticket').selectAll().where('id', '=', ticket).executeTakeFirstOrThrow()
    expect(row).toEqual({
      id: ticket,
      record_id: record,
      email: 'ana@example.test',
      body: 'Hello',
      sent_at: new Date('2026-11-22T10:00:00Z'),
      closed_at: null,
    })
    const changed = await db
      .updateTable('ticket')
      .set({ closed_at: new Date() })
      .where('id', '=', ticket)
      .executeTakeFirst()
    expect(changed.numUpdatedRows).toBe(1n)
    await db
      .insertInto('ticket_step')
      .values({ id: `${ticket}-1`, record_id: record, step: 'answered' })
      .execute()
  })

  test('a category that none of its processings covers is denied, and the value is in no error', async () => {
    const { ticket } = await writeTicket()
    const db = database.for('triage')
    expect(await db.selectFrom('ticket').select('body').where('id', '=', ticket).execute()).toHaveLength(1)
    const seen = db.selectFrom('ticket').select('email').execute()
    await expect(seen).rejects.toThrow(denied('object ticket'))
    await expect(seen).rejects.toThrow(expect.objectContaining({ message: expect.stringContaining('purpose triage') }))
    await expect(db.selectFrom('ticket').selectAll().execute()).rejects.toThrow(denied())
    await expect(db.selectFrom('ticket').select('id').where('email', '=', 'a').execute()).rejects.toThrow(denied())
    await expect(db.selectFrom('ticket').select('id').orderBy('email').execute()).rejects.toThrow(denied())
    await expect(db.updateTable('ticket').set({ email: 'b' }).execute()).rejects.toThrow(denied())
    await expect(db.updateTable('ticket').set({ body: 'b' }).where('email', '=', 'a').execute()).rejects.toThrow(
      denied(),
    )
    await expect(
      db.updateTable('ticket').set({ body: 'b' }).where('id', '=', ticket).returning('email').execute(),
    ).rejects.toThrow(denied())
  })

  test('another purpose’s tables are denied, and so is a whole statement that touches one of them', async () => {
    const { ticket } = await writeTicket()
    for (const purpose of ['newsletter', 'operation']) {
      await expect(database.for(purpose).selectFrom('ticket').select('id').execute()).rejects.toThrow(denied('ticket'))
    }
    const db = database.for('correspondence')
    await expect(
      db
        .selectFrom('ticket')
        .innerJoin('subscription', 'subscription.email', 'ticket.email')
        .select('ticket.id')
        .execute(),
    ).rejects.toThrow(denied('subscription'))
    await expect(
      db
        .selectFrom('ticket')
        .select((eb) => ['id', eb.selectFrom('subscription').select('email').limit(1).as('other')])
        .execute(),
    ).rejects.toThrow(denied('subscription'))
    await expect(db.deleteFrom('ticket').where('id', '=', ticket).execute()).rejects.toThrow(denied('ticket'))
    await expect(db.updateTable('ticket').set({ record_id: 'record-1' }).execute()).rejects.toThrow(denied('ticket'))
  })

  test('a purpose that the policy does not have is refused before anything is sent', async () => {
    for (const purpose of ['statistics', '', 'toString', '__proto__', 'postgres', 'samtale_5_for_storage']) {
      expect(() => database.for(purpose)).toThrow(expect.objectContaining({ code: 'db.purpose-unknown' }))
      await expect(database.transaction(async (tx) => tx.for(purpose))).rejects.toThrow(
        expect.objectContaining({ code: 'db.purpose-unknown' }),
      )
    }
  })

  test('what is restricted is seen by storage, legal claims and subject access, and by nobody else', async () => {
    const { ticket, record } = await writeTicket()
    const count = async (purpose: string) =>
      (await database.for(purpose).selectFrom('ticket').select('id').where('id', '=', ticket).execute()).length
    const records = async (purpose: string) =>
      (await database.for(purpose).selectFrom('record').select('id').where('id', '=', record).execute()).length
    expect([await count('correspondence'), await count('triage'), await count('storage')]).toEqual([1, 1, 1])
    await restrict(record)
    expect([await count('correspondence'), await count('triage')]).toEqual([0, 0])
    expect([await count('storage'), await count('legal-claims'), await count('subject-access')]).toEqual([1, 1, 1])
    expect([await records('correspondence'), await records('storage'), await records('legal-claims')]).toEqual([
      0, 1, 1,
    ])
    const claims = await database
      .for('legal-claims')
      .selectFrom('ticket')
      .selectAll()
      .where('id', '=', ticket)
      .execute()
    expect(claims).toMatchObject([{ email: 'ana@example.test', body: 'Hello' }])
    const changed = await database.for('correspondence').updateTable('ticket').set({ body: 'x' }).executeTakeFirst()
    expect((await claimsBody(ticket)).body).toBe('Hello')
    expect(changed.numUpdatedRows).not.toBe(0n)
    // Nor is anything added to it.
    const step = { id: `${ticket}-late`, record_id: record, step: 'late' }
    await expect(database.for('correspondence').insertInto('ticket_step').values(step).execute()).rejects.toThrow(
      denied(),
    )
    await expect(database.for('legal-claims').updateTable('ticket').set({ body: 'x' }).execute()).rejects.toThrow(
      denied(),
    )
  })

  test('subject access reads every column, restricted rows too, and changes none', async () => {
    const { ticket, record } = await writeTicket()
    await restrict(record)
    const db = database.for('subject-access')
    expect(await db.selectFrom('ticket').selectAll().where('record_id', '=', record).execute()).toMatchObject([
      { id: ticket, email: 'ana@example.test', body: 'Hello' },
    ])
    const writes = [
      db.updateTable('ticket').set({ body: 'x' }),
      db.deleteFrom('ticket').where('id', '=', ticket),
      db.updateTable('record').set({ state: 'in-use' }),
      db.insertInto('ticket_step').values({ id: 'late', record_id: record, step: 'late' }),
    ]
    for (const write of writes) await expect(write.execute()).rejects.toThrow(denied())
    await expect(db.selectFrom('setting').selectAll().execute()).rejects.toThrow(denied())
  })
  const claimsBody = (ticket: string) =>
    database.for('legal-claims').selectFrom('ticket').select('body').where('id', '=', ticket).executeTakeFirstOrThrow()

  test('a purpose knows of its own kinds of records only, and can’t lift a restriction', async () => {
    const { record } = await writeTicket()
    const own = { id: 'record-other', kind: 'subscription', subject_id: null, next_check_at: null }
    const newsletter = database.for('newsletter')
    expect(await newsletter.selectFrom('record').selectAll().where('id', '=', record).execute()).toEqual([])
    await expect(
      newsletter
        .insertInto('record')
        .values({ ...own, kind: 'ticket' })
        .execute(),
    ).rejects.toThrow(denied())
    await newsletter.insertInto('record').values(own).execute()
    await restrict(record)
    await expect(
      database.for('correspondence').updateTable('record').set({ state: 'in-use' }).execute(),
    ).rejects.toThrow(denied())
    await expect(
      database
        .for('newsletter')
        .insertInto('record')
        .values({ ...own, id: 'x', state: 'in-use' })
        .execute(),
    ).rejects.toThrow(denied())
    // A row can’t be hung on a record of another kind, which would hide from retention what it is.
    await expect(
      newsletter
        .insertInto('subscription')
        .values({ id: 's', record_id: record, email: 'e', language: 'en' })
        .execute(),
    ).rejects.toThrow(denied())
  })

  test('storage sees ids and times and no value, deletes rows, and can only clear columns', async () => {
    const { ticket, record, subject } = await writeTicket()
    const storage = database.for('storage')
    const rows = await storage
      .selectFrom('ticket')
      .innerJoin('record', 'record.id', 'ticket.record_id')
      .select(['ticket.id', 'record_id', 'subject_id', 'sent_at', 'closed_at'])
      .where('ticket.id', '=', ticket)
      .execute()
    expect(rows).toMatchObject([{ id: ticket, record_id: record, subject_id: subject, closed_at: null }])
    await expect(storage.selectFrom('ticket').select('body').execute()).rejects.toThrow(denied('ticket'))
    await expect(storage.deleteFrom('ticket').where('email', '=', 'x').execute()).rejects.toThrow(denied('ticket'))
    await expect(storage.updateTable('ticket').set({ email: '' }).where('id', '=', ticket).execute()).rejects.toThrow(
      expect.objectContaining({ code: 'db.constraint' }),
    )
    await storage.updateTable('ticket').set({ body: null }).where('id', '=', ticket).execute()
    expect((await claimsBody(ticket)).body).toBeNull()
    await restrict(record)
    const gone = await storage.deleteFrom('record').where('id', '=', record).executeTakeFirst()
    expect(gone.numDeletedRows).toBe(1n)
    expect(await storage.selectFrom('ticket').select('id').where('id', '=', ticket).execute()).toEqual([])
    await storage.deleteFrom('subject').where('id', '=', subject).execute()
    await expect(storage.selectFrom('setting').selectAll().execute()).rejects.toThrow(denied('setting'))
  })

  test('statements keep all that stores need', async () => {
    const newsletter = database.for('newsletter')
    const taken = { id: 'sub-1', record_id: 'record-sub', email: 'bo@example.test', language: 'nb' }
    await newsletter
      .insertInto('record')
      .values({ id: 'record-sub', kind: 'subscription', subject_id: null, next_check_at: null })
      .execute()
    const made = await newsletter.insertInto('subscription').values(taken).returning(['id', 'email']).executeTakeFirst()
    expect(made).toEqual({ id: 'sub-1', email: 'bo@example.test' })
    const again = await newsletter
      .insertInto('subscription')
      .values({ ...taken, id: 'sub-2' })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .executeTakeFirst()
    expect(again.numInsertedOrUpdatedRows).toBe(0n)
    await newsletter
      .insertInto('subscription')
      .values({ ...taken, language: 'sv' })
      .onConflict((conflict) => conflict.column('email').doUpdateSet({ language: 'sv' }))
      .execute()
    const conflict = newsletter
      .insertInto('subscription')
      .values({ ...taken, id: 'sub-3' })
      .execute()
    await expect(conflict).rejects.toThrow(
      expect.objectContaining({ code: 'db.conflict', sqlState: '23505', constraint: 'subscription_email_key' }),
    )
    await expect(conflict).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('bo@example.test') }),
    )
    const wrong = newsletter.updateTable('subscription').set({ language: 'bo@example.test' }).execute()
    await expect(wrong).rejects.toThrow(
      expect.objectContaining({ code: 'db.constraint', constraint: 'subscription_language_check' }),
    )
    await expect(wrong).rejects.toThrow(expect.objectContaining({ message: expect.not.stringContaining('bo@') }))
    const operation = database.for('operation')
    await operation.insertInto('setting').values({ name: 'a', value: 'b', count: 7 }).execute()
    const locked = await operation.selectFrom('setting').selectAll().forUpdate().skipLocked().execute()
    expect(locked).toEqual([{ name: 'a', value: 'b', count: 7 }])
    const next = { count: sql<number>`count + 1` }
    expect(await operation.updateTable('setting').set(next).returning('count').execute()).toEqual([{ count: 8 }])
  })

  test('an error quotes no value, wherever PostgreSQL would', async () => {
    const { ticket } = await writeTicket()
    const db = database.for('correspondence')
    const bad = [
      db
        .selectFrom('ticket')
        .select(sql<number>`(body || 'secret-value')::int`.as('n'))
        .where('id', '=', ticket),
      db
        .selectFrom('ticket')
        .select('id')
        .where('sent_at', '>', sql<Date>`${'secret-value'}::timestamptz`),
      db.selectFrom('ticket').select(sql<number>`1 / (length(body) - length(${'secret-value'}) + 7)`.as('n')),
    ]
    for (const statement of bad) {
      const error: unknown = await statement.execute().catch((caught: unknown) => caught)
      expect(error).toMatchObject({ name: 'DatabaseError', code: 'db.constraint' })
      const told = error instanceof Error ? JSON.stringify([error.message, error.stack, { ...error }, error.cause]) : ''
      expect(told).not.toContain('secret')
      expect(told).not.toContain('Hello')
    }
  })

  test('the same values come back on each engine', async () => {
    const row = await database
      .for('operation')
      .selectFrom('setting')
      .select([
        sql`count(*)`.as('count'),
        sql`9007199254740993::bigint`.as('large'),
        sql`date '2026-11-22'`.as('day'),
        sql`timestamptz '2026-11-22 10:00+01'`.as('moment'),
        sql`1.50::numeric`.as('amount'),
        sql`'{"a": [1]}'::jsonb`.as('tree'),
      ])
      .executeTakeFirst()
    expect(row).toEqual({
      count: expect.any(Number),
      large: 9007199254740993n,
      day: '2026-11-22',
      moment: new Date('2026-11-22T09:00:00Z'),
      amount: '1.50',
      tree: { a: [1] },
    })
  })
})

interface OtherShapes extends SampleTables {
  open_ticket: { id: string; email: string }
  letter: { id: string; record_id: string; body: string }
  letter_a: { id: string; record_id: string; body: string }
}

describe.each(engines)('views and partitions on the %s database', (_name, newPlace) => {
  let database: Database<OtherShapes>
  beforeAll(async () => {
    const { id, record_id, email, body } = sampleBindings['ticket']?.columns ?? {}
    const view = { columns: { id, email } }
    const letter = { record: 'ticket', columns: { id, record_id, body } }
    const bindings = { ...sampleBindings, open_ticket: view, letter, letter_a: letter } as BoundTables
    const more = [
      'create view open_ticket with (security_invoker) as select id, email from ticket where closed_at is null',
      `create table letter (id text, record_id text not null references record, body text, primary key (id, record_id))
         partition by list (id);
       create table letter_a partition of letter for values in ('a')`,
    ]
    database = await prepareDatabase<OtherShapes>(
      await (await newPlace()).open(),
      sampleOptions(folder, { bindings, more }),
    )
    await database.transaction(async (tx) => {
      const db = tx.for('correspondence')
      for (const record of ['free', 'held']) {
        await db
          .insertInto('record')
          .values({ id: record, kind: 'ticket', subject_id: null, next_check_at: null })
          .execute()
        const ticket = {
          id: `t-${record}`,
          record_id: record,
          email: `${record}@example.test`,
          body: '',
          sent_at: new Date(),
        }
        await db.insertInto('ticket').values(ticket).execute()
        await db.insertInto('letter').values({ id: 'a', record_id: record, body: record }).execute()
      }
      await tx.for('storage').updateTable('record').set({ state: 'restricted' }).where('id', '=', 'held').execute()
    })
  })
  afterAll(() => database.close())

  test('a view reads with the rights of who asks, and shows what they may see', async () => {
    const seen = (purpose: string) => database.for(purpose).selectFrom('open_ticket').select('email').execute()
    expect(await seen('correspondence')).toEqual([{ email: 'free@example.test' }])
    expect(await seen('legal-claims')).toHaveLength(2)
    await expect(seen('triage')).rejects.toThrow(denied())
    await expect(seen('newsletter')).rejects.toThrow(denied())
  })

  test('a part of a table shows no more than the whole', async () => {
    for (const table of ['letter', 'letter_a'] as const) {
      const rows = (purpose: string) => database.for(purpose).selectFrom(table).select('body').execute()
      expect(await rows('correspondence')).toEqual([{ body: 'free' }])
      expect(await rows('legal-claims')).toHaveLength(2)
      await expect(rows('storage')).rejects.toThrow(denied())
      const write = database.for('storage').updateTable(table).set({ body: 'x' }).execute()
      await expect(write).rejects.toThrow(expect.objectContaining({ sqlState: 'SM002' }))
    }
  })
})
