import type { Clock } from '../clock.ts'
import type { KeyStore } from './key-store.ts'
import { SealError } from './seal-error.ts'

/** Tells which of these records, at least one, the database has. It must see all of them, restricted ones too. */
export type ExistingRecords = (records: readonly string[]) => Promise<Iterable<string>>

/** A row follows its key at once; one that hasn't after this time never will. */
const orphanAfterMs = 3_600_000
const batchSize = 1_000
/** Up to so many orphans are swept without a look at how many others there are. */
const alwaysSwept = 100

/**
 * Records that have a key older than an hour and don't exist: their rows were never written, or were erased and the
 * destruction of the keys was cut short.
 */
export async function findOrphans(store: KeyStore, clock: Clock, existing: ExistingRecords): Promise<string[]> {
  return (await look(store, clock, existing)).orphans
}

/**
 * Destroys the keys of those records; tells how many. An empty or wrong database looks as if everybody had been erased,
 * and nothing brings a key back: where more than half of the records would lose theirs, nothing is swept without `force`.
 * @throws SealError `seal.sweep-refused`
 */
export async function sweepOrphans(parts: SweepParts, existing: ExistingRecords, force: boolean): Promise<number> {
  const { store, clock, destroyRecords } = parts
  const { orphans, looked, madeBefore } = await look(store, clock, existing)
  if (!force && orphans.length > Math.max(alwaysSwept, looked / 2)) throw new SealError('seal.sweep-refused')
  let destroyed = 0
  for (let at = 0; at < orphans.length; at += batchSize)
    destroyed += await destroyRecords(orphans.slice(at, at + batchSize), madeBefore)
  return destroyed
}

export interface SweepParts {
  store: KeyStore
  clock: Clock
  destroyRecords: KeyStore['destroyRecords']
}

async function look(store: KeyStore, clock: Clock, existing: ExistingRecords) {
  const madeBefore = new Date(clock.now().getTime() - orphanAfterMs)
  const orphans: string[] = []
  let looked = 0
  let last = ''
  for (;;) {
    const records = await store.listRecords(last, madeBefore, batchSize)
    if (records.length === 0) return { orphans, looked, madeBefore }
    const there = new Set(await existing(records))
    orphans.push(...records.filter((record) => !there.has(record)))
    looked += records.length
    last = records.at(-1) ?? last
  }
}
