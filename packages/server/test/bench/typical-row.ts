import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { tableBindings, type DatabaseTables } from '../../src/app/database.ts'
import { newId } from '../../src/platform/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { accessPlan } from '../../src/platform/db/access/plan.ts'
import { reveal } from '../../src/platform/personal.ts'
import { openSeals } from '../../src/platform/seals/open-seals.ts'
import { declarations } from '../../src/app/personal-data.ts'
import { policyInForce } from '../../src/features/privacy/index.ts'
import { openOwnedDatabase } from '../db/owned-database.ts'
import { fillWithPeople, idOf } from './people.ts'
import { median, milliseconds } from './measure.ts'

const rounds = 400
const warmUp = 50
const record = idOf('b', 7)
const category = 'correspondence'
const text = 'Hei! Kan dere si meg når møterommet på skolen er ledig til torsdag? Vi er åtte, og to blir med hjemmefra.'

/** Milliseconds: of the same work without the engine, and with it. */
export interface TypicalRow {
  readonly write: readonly [plain: number, ours: number]
  readonly read: readonly [plain: number, ours: number]
}

/**
 * Writes and reads a message of a conversation: as a purpose, under row-level security, sealed; beside the same row in
 * plain, as a role that may do everything, in a database of the same server that has none of that. In turns.
 */
export async function typicalRow(serverUrl: string, plainUrl: string): Promise<TypicalRow> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-bench-'))
  const { policy } = policyInForce({ file: null, system: declarations, today: '2026-06-01' })
  const plan = accessPlan(tableBindings, policy.processings)
  const { database, owner, close } = await openOwnedDatabase<DatabaseTables>(serverUrl, {
    bindings: tableBindings,
    plan,
  })
  await fillWithPeople(owner, 10_000)
  const plain = await plainTable(plainUrl)
  const seals = await openSeals({
    keysFolder: path.join(folder, 'keys'),
    kekFile: path.join(folder, 'kek'),
    clock: systemClock,
  })
  const cell = { table: 'ticket_message', column: 'body', record, category } as const
  const write = async () => {
    const id = newId()
    const body = (await seals.forSealing([record], [category])).seal(cell, text)
    const row = { id, record_id: record, direction: 'in', body, sent_at: new Date(), message_id: null } as const
    await database.for('correspondence').insertInto('ticket_message').values(row).execute()
    return id
  }
  const read = async (id: string) => {
    const found = await database
      .for('correspondence')
      .selectFrom('ticket_message')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (found.body === null || reveal((await seals.forOpening([record], [category])).open(cell, found.body)) !== text)
      throw new Error('That isn’t what was written.')
  }
  const times = { write: [[], []] as [number[], number[]], read: [[], []] as [number[], number[]] }
  for (let round = -warmUp; round < rounds; round += 1) {
    const [plainId, ours] = [newId(), { id: '' }]
    const took = [
      await milliseconds(() => plain.write(plainId)),
      await milliseconds(async () => (ours.id = await write())),
      await milliseconds(() => plain.read(plainId)),
      await milliseconds(() => read(ours.id)),
    ] as const
    if (round < 0) continue
    times.write[0].push(took[0])
    times.write[1].push(took[1])
    times.read[0].push(took[2])
    times.read[1].push(took[3])
  }
  await plain.close()
  await close()
  await seals.close()
  rmSync(folder, { recursive: true })
  return {
    write: [median(times.write[0]), median(times.write[1])],
    read: [median(times.read[0]), median(times.read[1])],
  }
}

async function plainTable(serverUrl: string) {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  const columns =
    'id uuid primary key, record_id text not null, direction text, body text, sent_at timestamptz, message_id text'
  await client.query(`create table message (${columns})`)
  await client.query('create index on message (record_id, sent_at)')
  const filling = "select gen_random_uuid(), 'record ' || i, 'in', repeat(md5(i::text), 4), now()"
  await client.query(`insert into message ${filling} from generate_series(1, 10000) i, generate_series(1, 4)`)
  await client.query('analyze message')
  return {
    write: (id: string) =>
      client.query('insert into message values ($1, $2, $3, $4, $5, null)', [id, record, 'in', text, new Date()]),
    read: async (id: string) => {
      const { rows } = await client.query('select * from message where id = $1', [id])
      if (rows[0]?.body !== text) throw new Error('That isn’t what was written.')
    },
    close: () => client.end(),
  }
}
