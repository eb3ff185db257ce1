import type { Clock } from '../clock.ts'
import type { DataKey } from './data-key.ts'
import { spell, type KeyName } from './sealed.ts'

/** A key in memory, and when it was read from the store (`Clock.monotonic`). */
export interface HeldKey extends DataKey {
  readonly readAt: number
}

export interface HeldKeysOptions {
  clock: Clock
  /** The most keys kept. */
  most: number
  /** The longest time that one is used after it was read. */
  seconds: number
}

/**
 * Unwrapped data keys, the least recently used leaving first. A key is used `seconds` at most after it was read from the
 * store, so another node's destruction takes effect here after that time; this node's takes effect at once, also on keys
 * that were handed out or are on their way.
 */
export class HeldKeys {
  readonly #clock: Clock
  readonly #most: number
  readonly #longestMs: number
  readonly #keys = new Map<string, { name: KeyName; key: HeldKey }>()
  /** By name or record: the count of destructions at which it was destroyed, oldest first. */
  readonly #destroyed = new Map<string, { count: number; at: number }>()
  #destructions = 0

  constructor({ clock, most, seconds }: HeldKeysOptions) {
    this.#clock = clock
    this.#most = most
    this.#longestMs = seconds * 1_000
  }

  /** To be taken before a key is read from the store, and given back with it. */
  get destructions(): number {
    return this.#destructions
  }

  get size(): number {
    return this.#keys.size
  }

  isExpired({ readAt }: HeldKey): boolean {
    return this.#clock.monotonic() - readAt > this.#longestMs
  }

  /** Whether this node destroyed the key since a count of destructions. */
  isDestroyed(name: KeyName, since: number): boolean {
    const count = (spelled: string): number => this.#destroyed.get(spelled)?.count ?? 0
    return count(spell(name)) > since || count(spellRecord(name.record)) > since
  }

  get(name: KeyName): HeldKey | undefined {
    const spelled = spell(name)
    const found = this.#keys.get(spelled)
    if (found === undefined) return undefined
    this.#keys.delete(spelled)
    if (this.isExpired(found.key)) return undefined
    this.#keys.set(spelled, found)
    return found.key
  }

  put(name: KeyName, key: HeldKey, since: number): void {
    if (this.isDestroyed(name, since)) return
    const spelled = spell(name)
    this.#keys.delete(spelled)
    this.#keys.set(spelled, { name, key })
    const [oldest] = this.#keys.keys()
    if (this.#keys.size > this.#most && oldest !== undefined) this.#keys.delete(oldest)
  }

  destroyNames(names: readonly KeyName[]): void {
    this.#note(names.map(spell))
    for (const name of names) this.#keys.delete(spell(name))
  }

  destroyRecords(records: readonly string[]): void {
    this.#note(records.map(spellRecord))
    const gone = new Set(records)
    for (const [spelled, { name }] of this.#keys) if (gone.has(name.record)) this.#keys.delete(spelled)
  }

  clear(): void {
    for (const { key } of this.#keys.values()) key.bytes.fill(0)
    this.#keys.clear()
  }

  #note(names: readonly string[]): void {
    this.#destructions += 1
    const at = this.#clock.monotonic()
    for (const name of names) {
      this.#destroyed.delete(name)
      this.#destroyed.set(name, { count: this.#destructions, at })
    }
    // Keys that were handed out before have expired by now.
    for (const [name, noted] of this.#destroyed) {
      if (at - noted.at <= this.#longestMs) return
      this.#destroyed.delete(name)
    }
  }
}

function spellRecord(record: string): string {
  return JSON.stringify([record])
}
