import type pg from 'pg'
import { openServerPool } from '../../db/server-pool.ts'
import { StartupError } from '../../startup-error.ts'
import type { CopiedKey, KeyStore, StoreState, WrappedKey } from '../key-store.ts'
import { spell, type KeyName } from '../sealed.ts'
import { prepareSchema } from './server-schema.ts'
import { atomically } from './transaction.ts'

type Client = Pick<pg.Pool, 'query'>

const wrappedKeys = 'select record, category, epoch, wrapped from data_key'
const behind = 'where epoch <> (select epoch from key_state)'
const named = '(record, category) in (select * from unnest($1::text[], $2::text[]))'

/**
 * The key store of a PostgreSQL database that holds nothing else, for several nodes (`KEYS_DATABASE_URL`). Statements
 * that lock several keys lock them in the order of their names, so that two of them never wait for each other.
 * @throws StartupError `keys.unreachable`, `keys.open-failed`, `keys.same-database`
 */
export async function openServerStore(url: string): Promise<KeyStore> {
  const pool = await connect(url)
  try {
    await prepareSchema(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  const parts = { ...states(pool), ...changes(pool), ...destructions(pool), ...lists(pool), ...copies(pool) }
  return { ...parts, close: () => pool.end() }
}

async function connect(url: string): Promise<pg.Pool> {
  try {
    return await openServerPool(url)
  } catch (error) {
    // The sentence names the host alone; the code tells which of the two databases it is.
    if (error instanceof StartupError) throw new StartupError('keys.unreachable', `The key store: ${error.message}`)
    throw error
  }
}

function states(pool: pg.Pool): Pick<KeyStore, 'state' | 'changeState'> {
  return {
    state: () => readState(pool, ''),
    changeState: (change) =>
      atomically(pool, async (client) => {
        const before = await readState(client, 'for update')
        const after = change(before, await readCount(client, behind))
        if (after === before) return
        const values = [after.epoch, after.kekCheck, after.pepperCheck]
        await client.query('update key_state set epoch = $1, kek_check = $2, pepper_check = $3', values)
      }),
  }
}

function changes(pool: pg.Pool): Pick<KeyStore, 'add' | 'rewrap'> {
  return {
    add: async (epoch, keys, now) => {
      const { rows } = await pool.query<WrappedKey>(
        `with state as materialized (select 1 from key_state where epoch = $4 for key share)
         insert into data_key (record, category, epoch, wrapped, made_at)
         select record, category, $4, wrapped, $5
         from unnest($1::text[], $2::text[], $3::bytea[]) as made (record, category, wrapped), state
         order by record, category
         on conflict do nothing
         returning record, category, epoch, wrapped`,
        [...columns(keys), keys.map(({ wrapped }) => wrapped), epoch, now],
      )
      if (rows.length === keys.length) return rows
      return (await readState(pool, '')).epoch === epoch ? readKeys(pool, keys) : null
    },
    rewrap: (epoch, keys) =>
      atomically(pool, async (client) => {
        if (!(await isIn(client, epoch))) return false
        await client.query(
          `with taken as (
             select record, category, made.epoch, made.wrapped
             from unnest($1::text[], $2::text[], $3::integer[], $4::bytea[]) as made (record, category, epoch, wrapped)
             join data_key using (record, category)
             order by record, category
             for update of data_key
           )
           update data_key set epoch = $5, wrapped = taken.wrapped from taken
           where data_key.record = taken.record and data_key.category = taken.category and data_key.epoch = taken.epoch`,
          [...columns(keys), keys.map(({ from }) => from), keys.map(({ wrapped }) => wrapped), epoch],
        )
        return true
      }),
  }
}

function destructions(pool: pg.Pool): Pick<KeyStore, 'destroy' | 'destroyRecords'> {
  const destroyWhere = async (condition: string, values: unknown[]): Promise<number> => {
    const doomed = `select record, category from data_key where ${condition} order by record, category for update`
    const statement = `with doomed as (${doomed}) delete from data_key using doomed
      where data_key.record = doomed.record and data_key.category = doomed.category`
    return (await pool.query(statement, values)).rowCount ?? 0
  }
  return {
    destroy: (names) => destroyWhere(named, columns(names)),
    destroyRecords: (records, madeBefore) =>
      destroyWhere('record = any ($1::text[]) and made_at < $2', [records, madeBefore ?? 'infinity']),
  }
}

function copies(pool: pg.Pool): Pick<KeyStore, 'copy' | 'replace'> {
  return {
    copy: () =>
      atomically(pool, async (client) => {
        await client.query('set transaction isolation level repeatable read, read only')
        const { rows } = await client.query<CopiedKey>(
          'select record, category, epoch, wrapped, made_at as "madeAt" from data_key',
        )
        return { state: await readState(client, ''), keys: rows }
      }),
    replace: ({ state, keys }) =>
      atomically(pool, async (client) => {
        await readState(client, 'for update')
        await client.query('delete from data_key')
        const values = [state.epoch, state.kekCheck, state.pepperCheck]
        await client.query('update key_state set epoch = $1, kek_check = $2, pepper_check = $3', values)
        for (let at = 0; at < keys.length; at += copiedAtOnce) {
          const some = keys.slice(at, at + copiedAtOnce)
          await client.query(
            `insert into data_key (record, category, epoch, wrapped, made_at)
             select * from unnest($1::text[], $2::text[], $3::integer[], $4::bytea[], $5::timestamptz[])`,
            [
              ...columns(some),
              some.map(({ epoch }) => epoch),
              some.map(({ wrapped }) => wrapped),
              some.map(({ madeAt }) => madeAt),
            ],
          )
        }
      }),
  }
}

const copiedAtOnce = 5_000

function lists(pool: pg.Pool): Pick<KeyStore, 'read' | 'listBehind' | 'listRecords' | 'count' | 'countBehind'> {
  return {
    read: (names) => readKeys(pool, names),
    listBehind: async (after, limit) => {
      const { rows } = await pool.query<WrappedKey>(
        `${wrappedKeys} ${behind} and (record, category) > ($1, $2)
         order by record, category limit $3`,
        [after?.record ?? '', after?.category ?? '', limit],
      )
      return rows
    },
    listRecords: async (after, madeBefore, limit) => {
      const { rows } = await pool.query<{ record: string }>(
        'select distinct record from data_key where record > $1 and made_at < $2 order by record limit $3',
        [after, madeBefore, limit],
      )
      return rows.map(({ record }) => record)
    },
    count: () => readCount(pool, ''),
    countBehind: () => readCount(pool, behind),
  }
}

// Every record with every category is found faster than the pairs, and there are hardly more.
async function readKeys(pool: pg.Pool, names: readonly KeyName[]): Promise<WrappedKey[]> {
  const wanted = new Set(names.map(spell))
  const { rows } = await pool.query<WrappedKey>(
    `${wrappedKeys} where record = any ($1::text[]) and category = any ($2::text[])`,
    columns(names).map((values) => [...new Set(values)]),
  )
  return rows.filter((key) => wanted.has(spell(key)))
}

/** Whether the store is in this epoch; until the end of the transaction it stays so. */
async function isIn(client: Client, epoch: number): Promise<boolean> {
  return (await readState(client, 'for key share')).epoch === epoch
}

async function readState(client: Client, lock: '' | 'for update' | 'for key share'): Promise<StoreState> {
  const { rows } = await client.query<StoreState>(
    `select epoch, kek_check as "kekCheck", pepper_check as "pepperCheck" from key_state ${lock}`,
  )
  if (rows[0] === undefined) throw new Error('The key store has lost its state.')
  return rows[0]
}

async function readCount(client: Client, condition: '' | typeof behind): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from data_key ${condition}`)
  return Number(rows[0]?.n)
}

function columns(names: readonly KeyName[]): [records: string[], categories: string[]] {
  return [names.map(({ record }) => record), names.map(({ category }) => category)]
}
