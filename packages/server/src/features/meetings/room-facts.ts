import { limits } from '@samtale/protocol'
import type { Clock } from '../../platform/clock.ts'
import type { Entrance } from './doorkeeper.ts'

/** The longest that a timer runs (Node's limit is 2³¹ − 1 ms). */
const longestMs = 2_000_000_000

/** What a meeting knows of its room, by whoever came last. */
export class RoomFacts {
  readonly #clock: Clock
  readonly #over: () => void
  #entrance: Entrance
  #turnedAway = false
  #cancelEnd = () => {}

  constructor(entrance: Entrance, clock: Clock, over: () => void) {
    this.#clock = clock
    this.#over = over
    this.#entrance = entrance
    this.#awaitEnd()
  }

  get owned(): boolean {
    return this.#entrance.owned
  }

  /** Every meeting of the room begins with a locked door. */
  get startsLocked(): boolean {
    return this.owned && this.#entrance.door === 'knock'
  }

  learn(entrance: Entrance): void {
    if (entrance.size !== this.#entrance.size) this.#turnedAway = false
    this.#entrance = entrance
    this.#awaitEnd()
  }

  enlarged(): void {
    this.learn({ ...this.#entrance, size: 'large' })
  }

  isFull(people: number): boolean {
    return this.#entrance.size === 'small' && people >= limits.directPeople
  }

  /** Somebody finds the room full; whether that is news to its owners. */
  turnAway(): boolean {
    const isNews = !this.#turnedAway
    this.#turnedAway = true
    return isNews
  }

  someoneLeft(): void {
    this.#turnedAway = false
  }

  stop(): void {
    this.#cancelEnd()
  }

  #awaitEnd(): void {
    this.#cancelEnd()
    const { endsAt } = this.#entrance
    if (endsAt === null) return
    const left = endsAt.getTime() - this.#clock.now().getTime()
    const next = left > longestMs ? () => this.#awaitEnd() : this.#over
    this.#cancelEnd = this.#clock.after(Math.min(Math.max(0, left), longestMs), next)
  }
}
