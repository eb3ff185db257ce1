import { limits, Refusal, type GroupRequest, type NewEvent } from '@samtale/protocol'
import type { Clock } from '../../../platform/clock.ts'
import { enter, leave, take } from './group-order.ts'
import { emptyOrder, isTold, type GroupOrder, type Person, type Place, type Step } from './order-state.ts'
import { settle } from './settling.ts'
import { tellTogether } from './together.ts'

export interface MeetingGroupOptions {
  clock: Clock
  /** An event to one of the people. */
  post(to: string, event: NewEvent): void
}

/**
 * One meeting's group: the order of its commits, the moment after which people who stand apart are brought together,
 * and what its members say to each other (rules G1–G10). It holds no key and opens nothing.
 */
export class MeetingGroup {
  readonly #options: MeetingGroupOptions
  #order: GroupOrder = emptyOrder
  #cancelSettling: (() => void) | null = null

  constructor(options: MeetingGroupOptions) {
    this.#options = options
  }

  /** Where the order stands; null where there is no group. */
  get place(): Place | null {
    return this.#order.place
  }

  /** What is held about somebody in the meeting. */
  of(id: string): Person | null {
    return this.#order.people.find((person) => person.id === id) ?? null
  }

  enter(id: string): void {
    this.#apply(enter(this.#order, id))
  }

  /** The stay has ended. */
  leave(id: string): void {
    this.#apply(leave(this.#order, id))
  }

  /** @throws Refusal `group.stale` where the order has gone on without them */
  take(id: string, request: GroupRequest): void {
    if (this.#apply(take(this.#order, id, request)) === 'stale') throw new Refusal('group.stale')
  }

  /**
   * Passes a member's words to the other members, or to one, in the order of the commits (rule G10).
   * @throws Refusal `group.stale` where the sender, or the one it is for, isn't in the group
   */
  say(from: string, message: string, to: string | null): void {
    const members = this.#order.people.filter(isTold)
    const others = members.filter(({ id }) => id !== from)
    const receivers = to === null ? others : others.filter(({ id }) => id === to)
    if (others.length === members.length || (to !== null && receivers.length === 0)) throw new Refusal('group.stale')
    for (const { id } of receivers) this.#options.post(id, { type: 'group.said', from, message })
  }

  close(): void {
    this.#cancelSettling?.()
    this.#cancelSettling = null
  }

  #apply(taken: Step): Step['answer'] {
    const { order, sent, answer, settle: apart } = tellTogether(taken)
    this.#order = order
    for (const { to, event } of sent) this.#options.post(to, event)
    if (apart) this.#cancelSettling ??= this.#options.clock.after(limits.groupSettleMs, () => this.#settle())
    return answer
  }

  #settle(): void {
    this.#cancelSettling = null
    this.#apply(settle(this.#order))
  }
}
