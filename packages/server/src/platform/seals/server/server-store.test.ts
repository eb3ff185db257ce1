import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { startPostgres } from '../../../../test/db/postgres.ts'
import { openServerStore } from './server-store.ts'

const server = await startPostgres()
afterAll(() => server?.stop())
const now = new Date('2026-06-01T09:00:00Z')
const key = (record: string) => ({ record, category: 'c', wrapped: Buffer.alloc(60, 7) })

async function openWith() {
  const url = (await server?.createDatabase()) ?? expect.fail()
  const store = await openServerStore(url)
  await store.changeState((state) => ({ ...state, epoch: 1 }))
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    return client
  }
  return { store, client: await connect(), connect }
}

test.runIf(server !== null)(
  'a connection that breaks in the middle fails what waits for it, and nothing else',
  async () => {
    const { store, client, connect } = await openWith()
    const holder = await connect()
    await holder.query('begin; select * from key_state for update')
    const waiting = [store.add(1, [key('r')], now), store.changeState((state) => ({ ...state, epoch: 9 }))]
    const failed = Promise.allSettled(waiting)
    const others = "from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    for (let found = 0; found < 2;) found = Number((await client.query(`select count(*) as n ${others}`)).rows[0]?.n)
    await client.query(`select pg_terminate_backend(pid) ${others}`)
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await holder.end()
    expect(await store.state()).toMatchObject({ epoch: 1 })
    expect(await store.add(1, [key('r')], now)).toHaveLength(1)
    await client.end()
    await store.close()
  },
)

test.runIf(server !== null)(
  'a key waits for a change of the state that is under way, and is then refused',
  async () => {
    const { store, client, connect } = await openWith()
    await store.add(1, [key('r')], now)
    const holder = await connect()
    await holder.query('begin; select * from key_state for update; update key_state set epoch = 2')
    const waiting = [store.add(1, [key('s')], now), store.rewrap(1, [{ ...key('r'), from: 1 }])]
    const locked =
      "select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    for (let found = 0; found < 2;) found = Number((await client.query(locked)).rows[0]?.n)
    await holder.query('commit')
    expect(await Promise.all(waiting)).toEqual([null, false])
    expect(await store.count()).toBe(1)
    for (const one of [client, holder, store]) await ('end' in one ? one.end() : one.close())
  },
)

test.runIf(server !== null)('wrapped keys never get into the planner’s statistics', async () => {
  const { store, client } = await openWith()
  await store.add(
    1,
    Array.from({ length: 500 }, (_value, n) => key(`r${n}`)),
    now,
  )
  await client.query('analyze data_key')
  const { rows } = await client.query<{ attname: string }>("select attname from pg_stats where tablename = 'data_key'")
  expect(rows.map(({ attname }) => attname)).toContain('category')
  expect(rows.map(({ attname }) => attname)).not.toContain('wrapped')
  await client.end()
  await store.close()
})
