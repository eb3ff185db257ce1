import { StartupError } from '../startup-error.ts'
import { checkOf, firstEpochKeys, hasCheck, keyOfEpoch, type EpochKey, type EpochKeys } from './epoch-keys.ts'
import type { KekFile } from './kek-file.ts'
import type { KeyStore, StoreState } from './key-store.ts'
import { SealError } from './seal-error.ts'

/** The epoch keys that this node holds in memory, and the epoch that the store was last seen in. */
export class EpochRing {
  readonly #store: KeyStore
  readonly #file: KekFile
  #keys: EpochKeys
  #epoch: number
  #closed = false

  /**
   * Makes the first keys where neither the store nor the file was ever used, and finishes what a crash left of a rotation.
   * @throws StartupError `keys.store-missing`, any of `keys.kek-*`
   */
  static async open(store: KeyStore, file: KekFile, now: Date): Promise<EpochRing> {
    let keys = firstEpochKeys(now)
    await store.changeState((state) => {
      file.clear()
      const found = file.read()
      if (state.epoch > 0) keys = assertFits(found, state)
      else if (found !== null) keys = assertUnused(found)
      else file.write(keys)
      return keys.current.number === state.epoch ? state : stateOf(keys)
    })
    if (!keys.inUse) {
      await store.changeState((state) => {
        keys = { ...assertFits(file.read(), state), inUse: true }
        file.write(keys)
        return state
      })
    }
    return new EpochRing(store, file, keys)
  }

  private constructor(store: KeyStore, file: KekFile, keys: EpochKeys) {
    this.#store = store
    this.#file = file
    this.#keys = keys
    this.#epoch = keys.current.number
  }

  /** @throws SealError `seal.closed` */
  get keys(): EpochKeys {
    this.assertOpen()
    return this.#keys
  }

  assertOpen(): void {
    if (this.#closed) throw new SealError('seal.closed')
  }

  /** The key under which the store takes keys, as far as this node knows. */
  get current(): EpochKey {
    return keyOfEpoch(this.keys, this.#epoch) ?? this.keys.current
  }

  find(epoch: number): EpochKey | undefined {
    return keyOfEpoch(this.keys, epoch)
  }

  /** Looks again: another node may have rotated. @throws SealError `seal.epoch-gone`; StartupError `keys.kek-*` */
  async reload(): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const state = await this.#store.state()
      const keys = this.#file.read()
      if (keys !== null && fits(keys, state)) return this.hold(keys, state.epoch)
    }
    throw new SealError('seal.epoch-gone')
  }

  /** Takes these in place of those held, which are wiped. */
  hold(keys: EpochKeys, epoch: number): void {
    const kept = new Set(secretsOf(keys))
    for (const secret of secretsOf(this.#keys)) if (!kept.has(secret)) secret.fill(0)
    this.#keys = keys
    this.#epoch = epoch
  }

  /** Wipes all. A wiped key still computes, so nothing is given out any more. */
  close(): void {
    this.#closed = true
    for (const secret of secretsOf(this.#keys)) secret.fill(0)
  }
}

/** What the store is to remember of the keys. */
export function stateOf({ current, pepper }: EpochKeys): StoreState {
  return {
    epoch: current.number,
    kekCheck: checkOf(current.key, 'epoch key'),
    pepperCheck: checkOf(pepper, 'pepper'),
  }
}

// A crash may have come between the first keys and the store's first state.
function assertUnused(keys: EpochKeys): EpochKeys {
  if (!keys.inUse) return keys
  throw new StartupError('keys.store-missing', 'The key store is empty, and the file of epoch keys was used with one.')
}

/**
 * The keys of the file, if they are the ones that the store was last used with. A new key is written to the file before
 * the store is told of it, so after a crash the store's may be the file's previous.
 * @throws StartupError `keys.kek-missing`, `keys.kek-mismatch`
 */
export function assertFits(keys: EpochKeys | null, state: StoreState): EpochKeys {
  if (keys === null)
    throw new StartupError(
      'keys.kek-missing',
      `The key store is in epoch ${state.epoch}, and no file of epoch keys is there.`,
    )
  if (!hasCheck(keys.pepper, 'pepper', state.pepperCheck))
    throw new StartupError('keys.kek-mismatch', 'The file of epoch keys has the pepper of another installation.')
  if (!fits(keys, state)) {
    const found = `The file has epoch ${keys.current.number}, the key store is in epoch ${state.epoch}.`
    throw new StartupError('keys.kek-mismatch', `The file of epoch keys is not the key store's. ${found}`)
  }
  return keys
}

function fits(keys: EpochKeys, state: StoreState): boolean {
  const key = keyOfEpoch(keys, state.epoch)
  return (
    key !== undefined &&
    hasCheck(key.key, 'epoch key', state.kekCheck) &&
    hasCheck(keys.pepper, 'pepper', state.pepperCheck)
  )
}

function secretsOf({ current, previous, pepper }: EpochKeys): Buffer[] {
  return [current.key, pepper, ...(previous === null ? [] : [previous.key])]
}
