import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { NewKey, Rewrapped, StoreCopy, StoreState, WrappedKey } from '../key-store.ts'
import type { KeyName } from '../sealed.ts'
import { prepareSlots, slotsSchema } from './slots.ts'

/** The operations of a key store on a file, each a transaction; several processes may have it open. */
export interface KeyFile {
  state(): StoreState
  /** Begins a change of the state; `endChange` or `cancelChange` ends it, and nothing else may be asked between. */
  beginChange(): { state: StoreState; behind: number }
  endChange(state: StoreState): void
  cancelChange(): void
  add(epoch: number, keys: readonly NewKey[], now: Date): WrappedKey[] | null
  read(names: readonly KeyName[]): WrappedKey[]
  listBehind(after: KeyName | null, limit: number): WrappedKey[]
  rewrap(epoch: number, keys: readonly Rewrapped[]): boolean
  destroy(names: readonly KeyName[]): number
  destroyRecords(records: readonly string[], madeBefore: Date | null): number
  listRecords(after: string, madeBefore: Date, limit: number): string[]
  count(): number
  countBehind(): number
  copy(): StoreCopy
  replace(copy: StoreCopy): void
  close(): void
}

const stateSchema = `
  create table state (
    one integer primary key check (one = 1),
    epoch integer not null,
    kek_check text not null,
    pepper_check text not null
  ) strict;
  insert into state values (1, 0, '', '');
`
const waitMs = 10_000
const pauseMs = 5
const pause = new Int32Array(new SharedArrayBuffer(4))

/** Opens the file `data-keys.sqlite` of a folder, making both where they are lacking. @throws Error of SQLite or the system */
export function openKeyFile(folder: string): KeyFile {
  const db = openDatabase(folder)
  const slots = prepareSlots(db)
  const state = prepareState(db)
  const add = (epoch: number, keys: readonly NewKey[], now: Date): WrappedKey[] | null => {
    if (state.read().epoch !== epoch) return null
    return keys.flatMap((key) => {
      if (slots.find(key).length === 0) slots.add(epoch, key, now.getTime())
      return slots.find(key)
    })
  }
  const rewrap = (epoch: number, keys: readonly Rewrapped[]): boolean => {
    if (state.read().epoch !== epoch) return false
    for (const key of keys) slots.rewrap(epoch, key)
    return true
  }
  return {
    state: state.read,
    beginChange: () => {
      db.exec('begin immediate')
      return { state: state.read(), behind: state.countBehind() }
    },
    endChange: (after) => {
      state.write(after)
      db.exec('commit')
    },
    cancelChange: () => {
      if (db.isTransaction) db.exec('rollback')
    },
    add: (...values) => atomically(db, () => add(...values)),
    read: (names) => atomically(db, () => names.flatMap(slots.find), 'deferred'),
    listBehind: (after, limit) => slots.behind(state.read().epoch, after ?? { record: '', category: '' }, limit),
    rewrap: (...values) => thenClear(db, () => rewrap(...values)),
    destroy: (names) => thenClear(db, () => sum(names.map((name) => slots.destroy(name)))),
    destroyRecords: (records, madeBefore) => {
      const before = madeBefore?.getTime() ?? Number.MAX_SAFE_INTEGER
      return thenClear(db, () => sum(records.map((record) => slots.destroyRecord(record, before))))
    },
    ...prepareLists(db),
    countBehind: state.countBehind,
    copy: () => atomically(db, () => ({ state: state.read(), keys: slots.all() }), 'deferred'),
    replace: (copy) =>
      thenClear(db, () => {
        slots.destroyAll()
        state.write(copy.state)
        for (const key of copy.keys) slots.add(key.epoch, key, key.madeAt.getTime())
      }),
    close: () => db.close(),
  }
}

/**
 * Settings that make a destroyed key gone: freed bytes are zeroed, and nothing is written to temporary files elsewhere. A
 * transaction counts as done when the write-ahead log is on the disk, so no power cut brings a destroyed key back or
 * takes a new one away. What a log has of old bytes, also after a crash, `clearLog` takes away.
 */
function openDatabase(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const file = path.join(folder, 'data-keys.sqlite')
  // Made here, so that nobody else can ever read it. Never opened again: closing a file drops SQLite's locks on it.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  const db = new DatabaseSync(file, { timeout: waitMs })
  db.exec(`
    pragma secure_delete = on;
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma temp_store = memory;
  `)
  const version = (): number => Number(db.prepare('pragma user_version').get()?.['user_version'])
  if (version() === 0)
    atomically(db, () => {
      if (version() === 0) db.exec(`${stateSchema} ${slotsSchema} pragma user_version = 1`)
    })
  if (version() > 1) throw new Error('a later version of Samtale made it')
  clearLog(db)
  return db
}

function prepareState(db: DatabaseSync) {
  const read = db.prepare('select epoch, kek_check as kekCheck, pepper_check as pepperCheck from state')
  const write = db.prepare('update state set epoch = ?, kek_check = ?, pepper_check = ?')
  const behind = db.prepare('select count(*) as n from data_key where epoch <> (select epoch from state)')
  return {
    read: (): StoreState => {
      const { epoch, kekCheck, pepperCheck } = read.get() ?? {}
      return { epoch: Number(epoch), kekCheck: String(kekCheck), pepperCheck: String(pepperCheck) }
    },
    write: ({ epoch, kekCheck, pepperCheck }: StoreState): void => {
      write.run(epoch, kekCheck, pepperCheck)
    },
    countBehind: (): number => Number(behind.get()?.['n']),
  }
}

function prepareLists(db: DatabaseSync): Pick<KeyFile, 'listRecords' | 'count'> {
  const records = db.prepare(
    'select distinct record from data_key where record > ? and made_at < ? order by record limit ?',
  )
  const count = db.prepare('select count(*) as n from data_key')
  return {
    listRecords: (after, madeBefore, limit) =>
      records.all(after, madeBefore.getTime(), limit).map(({ record }) => String(record)),
    count: () => Number(count.get()?.['n']),
  }
}

function atomically<T>(db: DatabaseSync, action: () => T, kind: 'immediate' | 'deferred' = 'immediate'): T {
  db.exec(`begin ${kind}`)
  try {
    const result = action()
    db.exec('commit')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    throw error
  }
}

function thenClear<T>(db: DatabaseSync, action: () => T): T {
  const result = atomically(db, action)
  clearLog(db)
  return result
}

/** Writes the log into the file, over what was there, and cuts it to nothing; waits for other processes. */
function clearLog(db: DatabaseSync): void {
  const clear = db.prepare('pragma wal_checkpoint(truncate)')
  for (let waited = 0; clear.get()?.['busy'] !== 0; waited += pauseMs) {
    if (waited > waitMs) throw new Error('another process holds the log of the key store')
    // SQLite waits for readers by itself, but not for somebody else who clears the log (wal_checkpoint_v2).
    Atomics.wait(pause, 0, 0, pauseMs)
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
