import type { KeyName } from './sealed.ts'

/** A data key as the store has it, under the key of an epoch. */
export interface WrappedKey extends KeyName {
  readonly epoch: number
  /** Always of one length. */
  readonly wrapped: Uint8Array
}

export type NewKey = Omit<WrappedKey, 'epoch'>

/** A data key that is taken from one epoch to the store's. */
export interface Rewrapped extends KeyName {
  readonly from: number
  readonly wrapped: Uint8Array
}

/** A data key of a copy. */
export interface CopiedKey extends WrappedKey {
  readonly madeAt: Date
}

/** Everything that a key store has. */
export interface StoreCopy {
  readonly state: StoreState
  readonly keys: readonly CopiedKey[]
}

/** What the store knows of the epoch keys: enough to recognise a file that isn't its own. */
export interface StoreState {
  /** The only epoch under which keys may be added; 0 before the first. */
  readonly epoch: number
  readonly kekCheck: string
  readonly pepperCheck: string
}

/**
 * Where data keys lie, apart from the database whose values they seal. It never sees one unwrapped. Each operation
 * happens wholly or not at all, whichever other nodes and processes use the store at the same time.
 */
export interface KeyStore {
  state(): Promise<StoreState>
  /**
   * Replaces the state by what `change` returns, where that is another one; nobody else changes it meanwhile, and no key is added. `behind` is how
   * many keys are of another epoch than the state's. Where `change` throws, nothing has changed.
   */
  changeState(change: (state: StoreState, behind: number) => StoreState): Promise<void>
  /** Adds keys whose names have none, and tells those in the store; null where the epoch isn't the store's. */
  add(epoch: number, keys: readonly NewKey[], now: Date): Promise<WrappedKey[] | null>
  /** Those that there are, in any order. */
  read(names: readonly KeyName[]): Promise<WrappedKey[]>
  /** Keys of other epochs than the store's, by name, beginning after `after`. */
  listBehind(after: KeyName | null, limit: number): Promise<WrappedKey[]>
  /**
   * Changes those that are still of the epoch `from`; the others were destroyed, or changed by another node. False, and
   * nothing is changed, where the epoch isn't the store's.
   */
  rewrap(epoch: number, keys: readonly Rewrapped[]): Promise<boolean>
  destroy(names: readonly KeyName[]): Promise<number>
  /** All keys of these records, or those made before a time. */
  destroyRecords(records: readonly string[], madeBefore?: Date): Promise<number>
  /** Records with a key made before a time, in order, beginning after `after`. */
  listRecords(after: string, madeBefore: Date, limit: number): Promise<string[]>
  count(): Promise<number>
  countBehind(): Promise<number>
  /** All of it, as it is at one instant. */
  copy(): Promise<StoreCopy>
  /** Puts a copy in the place of everything that the store has. */
  replace(copy: StoreCopy): Promise<void>
  close(): Promise<void>
}
