import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { CopiedKey, NewKey, Rewrapped, WrappedKey } from '../key-store.ts'
import type { KeyName } from '../sealed.ts'

/**
 * Wrapped keys in slots of one size. A slot is overwritten in place: by zeros when its key is destroyed, by the next key
 * that takes it, by the same key under another epoch. So the table of slots only grows at its end, and SQLite never moves
 * a slot to another page; where it does move rows, stray copies stay behind in the old one, `secure_delete` or not.
 */
export const slotsSchema = `
  create table slot (slot integer primary key, wrapped blob not null) strict;
  create table free_slot (slot integer primary key) strict;
  create table data_key (
    record text not null check (record <> ''),
    category text not null,
    epoch integer not null,
    made_at integer not null,
    slot integer not null,
    primary key (record, category)
  ) strict, without rowid;
`

const wrappedKeys = 'select record, category, epoch, wrapped from data_key join slot using (slot)'

type Row = Record<string, SQLOutputValue>

/** Statements on the slots; each caller puts them into a transaction. */
export function prepareSlots(db: DatabaseSync) {
  const find = db.prepare(`${wrappedKeys} where record = ? and category = ?`)
  const behind = db.prepare(
    `${wrappedKeys} where epoch <> ? and (record, category) > (?, ?) order by record, category limit ?`,
  )
  const all = db.prepare('select record, category, epoch, wrapped, made_at from data_key join slot using (slot)')
  const slotOf = db.prepare('select slot from data_key where record = ? and category = ? and epoch = ?')
  const overwrite = db.prepare('update slot set wrapped = ? where slot = ?')
  const setEpoch = db.prepare('update data_key set epoch = ? where slot = ? and record = ? and category = ?')
  const insert = db.prepare('insert into data_key (record, category, epoch, made_at, slot) values (?, ?, ?, ?, ?)')
  const fill = createFill(db, overwrite)
  return {
    find: ({ record, category }: KeyName): WrappedKey[] => find.all(record, category).map(toKey),
    behind: (epoch: number, after: KeyName, limit: number): WrappedKey[] =>
      behind.all(epoch, after.record, after.category, limit).map(toKey),
    add: (epoch: number, { record, category, wrapped }: NewKey, madeAt: number): void => {
      insert.run(record, category, epoch, madeAt, fill(wrapped))
    },
    all: (): CopiedKey[] => all.all().map((row) => ({ ...toKey(row), madeAt: new Date(Number(row['made_at'])) })),
    rewrap: (epoch: number, { record, category, from, wrapped }: Rewrapped): void => {
      const slot = slotOf.get(record, category, from)?.['slot']
      if (slot === undefined) return
      overwrite.run(wrapped, slot)
      setEpoch.run(epoch, slot, record, category)
    },
    ...destructions(db),
  }
}

function createFill(db: DatabaseSync, overwrite: ReturnType<DatabaseSync['prepare']>) {
  const free = db.prepare('delete from free_slot where slot = (select min(slot) from free_slot) returning slot')
  const append = db.prepare('insert into slot (wrapped) values (?)')
  return (wrapped: Uint8Array): number | bigint => {
    const slot = free.get()?.['slot']
    if (typeof slot !== 'number') return append.run(wrapped).lastInsertRowid
    overwrite.run(wrapped, slot)
    return slot
  }
}

// Columns as the schema has them, which the types of SQLite can't say.
function toKey({ record, category, epoch, wrapped }: Row): WrappedKey {
  return { record: String(record), category: String(category), epoch: Number(epoch), wrapped: wrapped as Uint8Array }
}

function destructions(db: DatabaseSync) {
  const byName = db.prepare('delete from data_key where record = ? and category = ? returning slot')
  const every = db.prepare('delete from data_key returning slot')
  const byRecord = db.prepare('delete from data_key where record = ? and made_at < ? returning slot')
  const zero = db.prepare('update slot set wrapped = zeroblob(length(wrapped)) where slot = ?')
  const release = db.prepare('insert into free_slot (slot) values (?)')
  const clear = (slots: Row[]): number => {
    for (const { slot = null } of slots) {
      zero.run(slot)
      release.run(slot)
    }
    return slots.length
  }
  return {
    destroy: ({ record, category }: KeyName): number => clear(byName.all(record, category)),
    destroyAll: (): number => clear(every.all()),
    destroyRecord: (record: string, madeBefore: number): number => clear(byRecord.all(record, madeBefore)),
  }
}
