import type { Policy } from '@samtale/policy'
import { afterEach, expect, test } from 'vitest'
import { publishPolicy } from '../features/privacy/index.ts'
import { policyVersionStore } from '../features/privacy/store.ts'
import { inForceOf, upcomingOf } from '../features/privacy/versions/course.ts'
import { versionsOf } from '../features/privacy/versions/stored.ts'
import type { Database } from '../platform/db/database.ts'
import { createTestDatabase } from '../../test/db/test-database.ts'
import { compile, compiled, ownPolicy, publish, secret } from '../../test/privacy/publish.ts'
import { columnBindings, type DatabaseTables } from './database.ts'

const now = new Date('2026-06-01T09:00:00Z')
const later = new Date('2026-06-02T09:00:00Z')
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function opened(): Promise<Database<DatabaseTables>> {
  const database = await createTestDatabase<DatabaseTables>({ columns: columnBindings })
  closing.push(database.close)
  await publish(ownPolicy, { database, now })
  return database
}

/** A promise less: material. */
const regions: Policy = { ...ownPolicy, regions: ['EEA'] }
const stored = async (database: Database<DatabaseTables>) =>
  versionsOf(await policyVersionStore(database).rows(), secret)

test('servers that start at once with a material change announce it once, and all go on with what is in force', async () => {
  const database = await opened()
  await publish(regions, { database, now })
  const all = await Promise.all([1, 2, 3].map(() => publish(ownPolicy, { database, now: later, alone: false })))
  expect(all.map(({ publication }) => publication.number)).toEqual([2, 2, 2])
  const versions = await stored(database)
  expect(versions).toHaveLength(3)
  expect(upcomingOf(versions)?.version).toBe(3)
})

test('servers of different files take turns, and neither puts its change into force unannounced', async () => {
  const database = await opened()
  await publish(regions, { database, now })
  const [one, other] = [ownPolicy, { ...ownPolicy, scope: [{ en: 'All.', nb: 'Alt.', sv: 'Allt.' }] }]
  await Promise.all([one, other].map((policy) => publish(policy, { database, now: later, alone: false })))
  const versions = await stored(database)
  expect(inForceOf(versions)?.policy.regions).toEqual(['EEA'])
  expect(upcomingOf(versions)).not.toBeNull()
})

test('a server that dies between any two statements leaves all of a version behind or nothing', async () => {
  const database = await opened()
  await publish(regions, { database, now })
  const before = await stored(database)
  const wanted = await compiled(ownPolicy)
  for (const dies of [1, 2]) {
    const dying = publishPolicy({ database: diesAt(database, dies), wanted, compile, secret, alone: false, now: later })
    await expect(dying).rejects.toThrow('killed')
    expect(await stored(database)).toEqual(before)
  }
  await publish(ownPolicy, { database, now: later, alone: false })
  expect(upcomingOf(await stored(database))).toMatchObject({ version: 3, hash: wanted.hash })
})

/** A database whose server dies at the nth row that a transaction writes. */
function diesAt(
  database: Database<DatabaseTables>,
  nth: number,
): Pick<Database<DatabaseTables>, 'for' | 'transaction'> {
  return {
    for: database.for,
    transaction: (run) =>
      database.transaction((transaction) => {
        let written = 0
        return run({
          for: (purpose) => {
            const db = transaction.for(purpose)
            const insertInto: typeof db.insertInto = (table) => {
              written += 1
              if (written >= nth) throw new Error('killed')
              return db.insertInto(table)
            }
            return { ...db, insertInto }
          },
        })
      }),
  }
}
