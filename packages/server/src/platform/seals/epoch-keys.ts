import { createHmac, timingSafeEqual } from 'node:crypto'
import { newKey } from './cipher.ts'

/** A key that wraps data keys while its epoch lasts (key-encryption key, NIST SP 800-57 part 1 §5.3.6). */
export interface EpochKey {
  readonly number: number
  readonly key: Buffer
  readonly madeAt: Date
}

/** What the file of epoch keys holds. */
export interface EpochKeys {
  readonly current: EpochKey
  /** Wraps nothing any more once all data keys are re-wrapped; opens copies of the key store for another epoch. */
  readonly previous: EpochKey | null
  /** Whether a key store was ever used with them. An empty store is then the wrong one, or was lost. */
  readonly inUse: boolean
  /** The key of blind indexes. It is never replaced: every index in the database would stop matching. */
  readonly pepper: Buffer
}

const dayMs = 86_400_000

/** The first keys of an installation. */
export function firstEpochKeys(now: Date): EpochKeys {
  return { current: { number: 1, key: newKey(), madeAt: now }, previous: null, inUse: false, pepper: newKey() }
}

/**
 * The keys that follow at this time; null while nothing is due. A current key of `rotationDays` is succeeded, and a
 * previous one of twice that is destroyed. Asked again until null, it makes up for any time that the server didn't run.
 */
export function nextEpochKeys(keys: EpochKeys, rotationDays: number, now: Date): EpochKeys | null {
  if (isDue(keys.current, rotationDays, now)) return succeed(keys, now)
  if (keys.previous !== null && ageDays(keys.previous, now) >= 2 * rotationDays) return { ...keys, previous: null }
  return null
}

/** Whether the current key has served its time; one that a wrong clock dated into the future has no known age. */
export function isDue(current: EpochKey, rotationDays: number, now: Date): boolean {
  const age = ageDays(current, now)
  return age >= rotationDays || age < -1
}

function ageDays(key: EpochKey, now: Date): number {
  return (now.getTime() - key.madeAt.getTime()) / dayMs
}

/** A new current key; the one that was current becomes the previous, and the one before is destroyed. */
export function succeed({ current, pepper }: EpochKeys, now: Date): EpochKeys {
  const next = { number: current.number + 1, key: newKey(), madeAt: now }
  return { current: next, previous: current, inUse: true, pepper }
}

export function keyOfEpoch({ current, previous }: EpochKeys, number: number): EpochKey | undefined {
  return [current, previous].find((key) => key?.number === number) ?? undefined
}

/**
 * The longest time in days that a copy of the key store, taken before a key in it was destroyed, can still give that
 * key: the epoch of the copy may just have begun, its key lives two periods, and one day is left for the job that rotates
 * (due within the hour) and re-wraps. Whoever keeps copies of the file of epoch keys adds the days that they are kept.
 */
export function longestSurvivalDays({ rotationDays, kekCopiesDays = 0 }: Survival): number {
  return 2 * rotationDays + 1 + kekCopiesDays
}

interface Survival {
  rotationDays: number
  kekCopiesDays?: number
}

/** Recognises a key and tells nothing of it. */
export function checkOf(key: Buffer, kind: 'epoch key' | 'pepper'): string {
  return createHmac('sha256', key).update(`samtale check of ${kind}`).digest('base64url')
}

export function hasCheck(key: Buffer, kind: 'epoch key' | 'pepper', check: string): boolean {
  const expected = Buffer.from(check, 'base64url')
  const found = Buffer.from(checkOf(key, kind), 'base64url')
  return expected.length === found.length && timingSafeEqual(expected, found)
}
