import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { unwrap, wrap } from './data-key.ts'
import { nextEpochKeys, succeed } from './epoch-keys.ts'
import { assertFits, stateOf, type EpochRing } from './epoch-ring.ts'
import type { KekFile } from './kek-file.ts'
import type { KeyStore, Rewrapped, WrappedKey } from './key-store.ts'

export interface RotationParts {
  store: KeyStore
  file: KekFile
  ring: EpochRing
  clock: Clock
  rotationDays: number
  log: Log | null
}

export interface Rotation {
  /** Number of the epoch after it. */
  epoch: number
  /** How many data keys were taken to it. */
  rewrapped: number
  /** How many could not be unwrapped. They hold up all further rotation, since their epoch's key is kept for them. */
  unreadable: number
}

const batchSize = 500

/**
 * Finishes what an earlier run left, and does what is due: makes a new epoch key, re-wraps all data keys under it, and
 * destroys the one before the previous. Each step is one transaction of the store and leaves every value readable, so it
 * can be cut short anywhere, and nodes can run it at the same time. `force` begins a new epoch before its time, as after
 * a suspected theft.
 * @throws StartupError `keys.kek-*`; SealError `seal.epoch-gone` where the file isn't the store's
 */
export async function rotate(parts: RotationParts, force: boolean): Promise<Rotation> {
  let rewrapped = 0
  let wish = force
  for (;;) {
    const pass = await rewrapAll(parts)
    rewrapped += pass.rewrapped
    const step = await advance(parts, wish)
    if (step === 'begun') wish = false
    const stuck = pass.unreadable > 0 && step === 'behind'
    if (step !== 'none due' && !stuck) continue
    if (stuck) parts.log?.error('keys.unreadable', { count: pass.unreadable })
    return { epoch: parts.ring.current.number, rewrapped, unreadable: pass.unreadable }
  }
}

/** `finished`: the store was told of a key that a crash had left in the file alone. */
type Step = 'begun' | 'finished' | 'behind' | 'none due'

/** One change of the file and the store's state, under the store's lock. */
async function advance({ store, file, ring, clock, rotationDays, log }: RotationParts, force: boolean): Promise<Step> {
  // Set where the compiler doesn't look for it.
  let step = 'none due' as Step
  let keys = ring.keys
  await store.changeState((state, behind) => {
    keys = assertFits(file.read(), state)
    if (keys.current.number !== state.epoch) {
      step = 'finished'
      return stateOf(keys)
    }
    if (behind > 0) {
      step = 'behind'
      return state
    }
    const next = force ? succeed(keys, clock.now()) : nextEpochKeys(keys, rotationDays, clock.now())
    if (next === null) return state
    file.write(next)
    keys = next
    step = 'begun'
    return stateOf(next)
  })
  ring.hold(keys, keys.current.number)
  if (step === 'begun') log?.info('keys.epoch', { generation: keys.current.number })
  return step
}

/** Takes all data keys to the store's epoch, in batches. */
async function rewrapAll({ store, ring }: RotationParts): Promise<Pick<Rotation, 'rewrapped' | 'unreadable'>> {
  let [rewrapped, unreadable] = [0, 0]
  let last: WrappedKey | null = null
  await ring.reload()
  for (;;) {
    const keys: WrappedKey[] = await store.listBehind(last, batchSize)
    if (keys.length === 0) return { rewrapped, unreadable }
    const changed = keys.flatMap((key) => taken(key, ring) ?? [])
    if (!(await store.rewrap(ring.current.number, changed))) {
      // Another node began an epoch: from the beginning, under its key.
      ;[rewrapped, unreadable, last] = [0, 0, null]
      await ring.reload()
      continue
    }
    rewrapped += changed.length
    unreadable += keys.length - changed.length
    last = keys.at(-1) ?? null
  }
}

function taken(key: WrappedKey, ring: EpochRing): Rewrapped | null {
  const from = ring.find(key.epoch)
  const plain = from === undefined ? null : unwrap(from, key, key.wrapped)
  if (plain === null) return null
  const { record, category } = key
  const changed = { record, category, from: key.epoch, wrapped: wrap(ring.current, key, plain) }
  plain.bytes.fill(0)
  return changed
}
