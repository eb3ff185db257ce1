import type { Personal } from '../personal.ts'
import type { StoreCopy } from './key-store.ts'
import type { ExistingRecords } from './orphans.ts'
import type { Rotation } from './rotation.ts'
import type { BlindIndex, Cell, KeyName, Sealed } from './sealed.ts'

/** Seals values of the records whose keys were fetched for it. */
export interface Sealer {
  /** @throws SealError `seal.not-text`, `seal.key-gone`, `seal.key-damaged`, `seal.epoch-gone`, `seal.keys-expired` */
  seal<Category extends string>(cell: Cell<Category>, text: string): Sealed<Category>
}

/** Opens values of the records whose keys were fetched for it. */
export interface Opener {
  /**
   * @throws SealError `seal.malformed`, `seal.version-unknown`, `seal.refused` (changed, or moved from another column or
   * record), `seal.key-gone`, `seal.key-damaged`, `seal.epoch-gone`, `seal.keys-expired`
   */
  open<Category extends string>(cell: Cell<Category>, value: Sealed<Category>): Personal<string>
}

/**
 * Sealed values and their keys. A record has one key for each category; whoever destroys it makes every value that it
 * sealed unreadable, in the database, its log and its backups.
 */
export interface Seals {
  /**
   * Fetches the keys of every one of these records for every one of these categories, and makes those that are lacking:
   * before the rows are written. Of use for 30 seconds; sealing itself waits for nothing, so it goes into a transaction.
   * A key that was destroyed stays so; here its name gets a fresh one, which opens nothing that was sealed before.
   */
  forSealing(records: readonly string[], categories: readonly string[]): Promise<Sealer>
  /** Fetches keys in one look: of every one of these records for every one of these categories. Of use for 30 seconds. */
  forOpening(records: readonly string[], categories: readonly string[]): Promise<Opener>
  /** One value with its key. @throws SealError as `Sealer.seal` */
  seal<Category extends string>(cell: Cell<Category>, text: string): Promise<Sealed<Category>>
  /** One value with its key. @throws SealError as `Opener.open` */
  open<Category extends string>(cell: Cell<Category>, value: Sealed<Category>): Promise<Personal<string>>

  /**
   * Destroys keys; tells how many there were. When it resolves they are off the disk of a folder, and this node opens
   * nothing by them; another node may for 30 seconds. Called after the transaction that deleted the rows.
   */
  destroy(keys: readonly KeyName[]): Promise<number>
  /** The same for all keys of records. */
  destroyRecords(records: readonly string[]): Promise<number>
  /** Records with a key older than an hour that don't exist. */
  findOrphans(existing: ExistingRecords): Promise<string[]>
  /**
   * Destroys their keys. Where those are more than half of all, and more than 100, only with `force`: an empty database
   * looks as if everybody had been erased.
   * @throws SealError `seal.sweep-refused`
   */
  sweepOrphans(existing: ExistingRecords, options?: { force?: boolean }): Promise<number>

  /** For look-up: equal values of a category have equal indexes. An e-mail address is normalised first. */
  index(category: string, value: string): BlindIndex
  /** A secret of the installation for a purpose such as signing links, 32 bytes; it lasts as long as the installation. */
  secret(purpose: string): Buffer
  /** What stays of an address that wants no more mail. */
  suppressionHash(address: string): BlindIndex

  /** To be called every hour, on every node. @throws StartupError `keys.kek-*`; SealError `seal.epoch-gone` */
  rotate(options?: { force?: boolean }): Promise<Rotation>
  status(): Promise<KeysStatus>
  /** All keys as the store has them, wrapped: for a backup of their own, which opens nothing without the file of epoch keys. */
  copyKeys(): Promise<StoreCopy>
  close(): Promise<void>
}

export interface KeysStatus {
  /** Data keys, and how many of them wait for being re-wrapped. */
  keys: number
  behind: number
  epoch: number
  epochMadeAt: Date
  /** Whether the epoch key is a day older than it should get: nothing rotates it. */
  overdue: boolean
  /** Longest time that a copy of the key store still gives a destroyed key, if no old file of epoch keys is kept. */
  longestSurvivalDays: number
}
