import type { Clock } from '../clock.ts'
import { newDataKey, unwrap, wrap } from './data-key.ts'
import type { EpochKey } from './epoch-keys.ts'
import type { EpochRing } from './epoch-ring.ts'
import type { HeldKey, HeldKeys } from './held-keys.ts'
import type { KeyStore, NewKey, WrappedKey } from './key-store.ts'
import { SealError, type SealErrorCode } from './seal-error.ts'
import { spell, type KeyName } from './sealed.ts'

/** Keys fetched for a batch; each is found by its name, at once. */
export interface FetchedKeys {
  /** @throws SealError `seal.key-gone`, `seal.key-damaged`, `seal.epoch-gone`, `seal.keys-expired` */
  keyOf(name: KeyName): HeldKey
}

export interface DataKeysParts {
  store: KeyStore
  ring: EpochRing
  held: HeldKeys
  clock: Clock
}

type Found = Map<string, HeldKey | SealErrorCode>

const mostAttempts = 5

/** Keys to open with: from memory where they are held, else from the store, in one look. */
export async function fetchToOpen(parts: DataKeysParts, names: readonly KeyName[]): Promise<FetchedKeys> {
  const { held, ring } = parts
  ring.assertOpen()
  const since = held.destructions
  const found: Found = new Map()
  const lacking = names.filter((name) => {
    const key = held.get(name)
    if (key !== undefined) found.set(spell(name), key)
    return key === undefined
  })
  if (lacking.length > 0) await readInto(found, parts, lacking)
  return handOut(parts, found, names, since)
}

/**
 * Keys to seal with; those that are lacking are made. Always asks the store: a key that another node has destroyed would
 * seal what nobody can ever open.
 * @throws SealError `seal.busy`, `seal.closed`
 */
export async function fetchToSeal(parts: DataKeysParts, names: readonly KeyName[]): Promise<FetchedKeys> {
  const { held, ring } = parts
  ring.assertOpen()
  const wanted = [...new Map(names.map((name) => [spell(name), name])).values()]
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    if (attempt > 0) await ring.reload()
    const since = held.destructions
    const found = await foundOrMade(parts, wanted)
    const usable = (name: KeyName): boolean => {
      const key = found?.get(spell(name))
      return key !== undefined && key !== 'seal.epoch-gone' && !held.isDestroyed(name, since)
    }
    if (found !== null && (wanted.every(usable) || attempt === mostAttempts - 1))
      return handOut(parts, found, wanted, since)
  }
  throw new SealError('seal.busy')
}

function handOut(parts: DataKeysParts, found: Found, names: readonly KeyName[], since: number): FetchedKeys {
  const { held } = parts
  for (const name of names) {
    const key = found.get(spell(name))
    if (typeof key === 'object') held.put(name, key, since)
  }
  return {
    keyOf: (name) => {
      const key = held.isDestroyed(name, since) ? undefined : found.get(spell(name))
      if (typeof key !== 'object') throw new SealError(key ?? 'seal.key-gone')
      if (held.isExpired(key)) throw new SealError('seal.keys-expired')
      return key
    },
  }
}

async function readInto(found: Found, parts: DataKeysParts, names: readonly KeyName[]): Promise<void> {
  let wanted = names
  for (let attempt = 0; wanted.length > 0 && attempt < mostAttempts; attempt += 1) {
    if (attempt > 0) await parts.ring.reload()
    const readAt = parts.clock.monotonic()
    for (const name of wanted) found.delete(spell(name))
    const keys = await parts.store.read(wanted)
    for (const key of keys) found.set(spell(key), opened(key, parts.ring, readAt))
    // Another node rotates: its key is in the file, or the data keys are under it when one looks again.
    wanted = keys.filter((key) => found.get(spell(key)) === 'seal.epoch-gone')
  }
}

/** Null where the store is in another epoch than this node knows. */
async function foundOrMade({ store, ring, clock }: DataKeysParts, names: readonly KeyName[]): Promise<Found | null> {
  const readAt = clock.monotonic()
  const epoch = ring.current
  const keys = await store.add(
    epoch.number,
    names.map((name) => made(name, epoch)),
    clock.now(),
  )
  return keys && new Map(keys.map((key) => [spell(key), opened(key, ring, readAt)]))
}

function made({ record, category }: KeyName, epoch: EpochKey): NewKey {
  return { record, category, wrapped: wrap(epoch, { record, category }, newDataKey()) }
}

function opened(key: WrappedKey, ring: EpochRing, readAt: number): HeldKey | SealErrorCode {
  const epoch = ring.find(key.epoch)
  if (epoch === undefined) return 'seal.epoch-gone'
  const plain = unwrap(epoch, key, key.wrapped)
  return plain === null ? 'seal.key-damaged' : { ...plain, readAt }
}
