import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { Personal } from '../personal.ts'
import { blindIndex, secretFor, suppressionHash } from './blind-index.ts'
import { fetchToOpen, fetchToSeal, type DataKeysParts } from './data-keys.ts'
import { isDue, longestSurvivalDays } from './epoch-keys.ts'
import { EpochRing } from './epoch-ring.ts'
import { HeldKeys } from './held-keys.ts'
import type { KekFile } from './kek-file.ts'
import type { KeyStore } from './key-store.ts'
import { findOrphans, sweepOrphans } from './orphans.ts'
import { rotate } from './rotation.ts'
import { openText, parseSealed, sealText } from './sealed-text.ts'
import type { KeyName } from './sealed.ts'
import type { KeysStatus, Opener, Sealer, Seals } from './seals.ts'

export interface SealsParts {
  store: KeyStore
  file: KekFile
  clock: Clock
  log: Log | null
  rotationDays: number
}

/** `Seals` and docs/adr/0015 say what the seconds mean. */
const heldKeys = { most: 1_000, seconds: 30 }

/** Seals over an open key store, which is closed with them. @throws StartupError `keys.kek-*` */
export async function createSeals(parts: SealsParts): Promise<Seals> {
  const { store, file, clock } = parts
  const ring = await EpochRing.open(store, file, clock.now())
  const held = new HeldKeys({ clock, ...heldKeys })
  return {
    ...sealing({ store, ring, held, clock }),
    ...destroying(store, held, clock),
    index: (category, value) => blindIndex(ring.keys.pepper, category, value),
    secret: (purpose) => secretFor(ring.keys.pepper, purpose),
    suppressionHash: (address) => suppressionHash(ring.keys.pepper, address),
    rotate: ({ force = false } = {}) => rotate({ ...parts, ring }, force),
    status: () => status(parts, ring),
    copyKeys: () => store.copy(),
    close: async () => {
      await store.close()
      held.clear()
      ring.close()
    },
  }
}

function sealing(parts: DataKeysParts): Pick<Seals, 'forSealing' | 'forOpening' | 'seal' | 'open'> {
  const forSealing = async (records: readonly string[], categories: readonly string[]): Promise<Sealer> => {
    const keys = await fetchToSeal(parts, everyOf(records, categories))
    return { seal: (cell, text) => sealText(keys.keyOf(cell), cell, text) }
  }
  const forOpening = async (records: readonly string[], categories: readonly string[]): Promise<Opener> => {
    const keys = await fetchToOpen(parts, everyOf(records, categories))
    return {
      open: (cell, value) => {
        const sealed = parseSealed(value)
        return new Personal(cell.category, openText(keys.keyOf(cell), cell, sealed))
      },
    }
  }
  return {
    forSealing,
    forOpening,
    seal: async (cell, text) => (await forSealing([cell.record], [cell.category])).seal(cell, text),
    open: async (cell, value) => (await forOpening([cell.record], [cell.category])).open(cell, value),
  }
}

/** What the store has destroyed, this node forgets before it tells so. */
function destroying(
  store: KeyStore,
  held: HeldKeys,
  clock: Clock,
): Pick<Seals, 'destroy' | 'destroyRecords' | 'findOrphans' | 'sweepOrphans'> {
  const destroyRecords = async (records: readonly string[], madeBefore?: Date): Promise<number> => {
    if (records.length === 0) return 0
    const destroyed = await store.destroyRecords(records, madeBefore)
    held.destroyRecords(records)
    return destroyed
  }
  return {
    destroyRecords: (records) => destroyRecords(records),
    destroy: async (keys) => {
      if (keys.length === 0) return 0
      const destroyed = await store.destroy(keys)
      held.destroyNames(keys)
      return destroyed
    },
    findOrphans: (existing) => findOrphans(store, clock, existing),
    sweepOrphans: (existing, { force = false } = {}) => sweepOrphans({ store, clock, destroyRecords }, existing, force),
  }
}

async function status({ store, clock, rotationDays }: SealsParts, ring: EpochRing): Promise<KeysStatus> {
  await ring.reload()
  const { current } = ring
  return {
    keys: await store.count(),
    behind: await store.countBehind(),
    epoch: current.number,
    epochMadeAt: current.madeAt,
    overdue: isDue(current, rotationDays + 1, clock.now()),
    longestSurvivalDays: longestSurvivalDays({ rotationDays }),
  }
}

function everyOf(records: readonly string[], categories: readonly string[]): KeyName[] {
  return records.flatMap((record) => categories.map((category) => ({ record, category })))
}
