import { limits, Refusal, type ErrorCode, type NewEvent, type Params } from '@samtale/protocol'
import type { Clock } from '../../platform/clock.ts'
import { sha256 } from '../../platform/ids.ts'
import type { AddressLimit } from '../../platform/ws/address-limits.ts'
import type { AddressPace } from '../../platform/ws/address-pace.ts'
import type { Link } from '../../platform/ws/link.ts'
import type { Admissions } from './admissions.ts'
import type { Person } from './doorkeeper.ts'
import { createKnocker, knockerOnTheWire, type Knocker } from './knocker.ts'

/** How much may wait at doors, over all meetings (rule N9). */
export interface DoorLimits {
  knockers: AddressLimit
  knocks: AddressPace
}

export interface DoorOptions {
  clock: Clock
  limits: DoorLimits
  admissions: Admissions
  hostPresent(): boolean
  tellHosts(event: NewEvent): void
  tellAll(event: NewEvent): void
  /** Somebody stopped waiting: the meeting may be over. */
  emptier(): void
  /** Somebody went away without an answer. */
  missed(): void
}

/** One meeting's door: locked or not, and who waits at it (rules N3–N9). It tells knockers nothing of who is inside. */
export class Door {
  readonly #options: DoorOptions
  readonly #knockers = new Map<string, Knocker>()
  #locked: boolean
  #hostPresent = false

  constructor(locked: boolean, options: DoorOptions) {
    this.#locked = locked
    this.#options = options
  }

  get locked(): boolean {
    return this.#locked
  }

  get waiting(): number {
    return this.#knockers.size
  }

  /** Who waits for an answer, longest first. */
  unanswered(): Knocker[] {
    return [...this.#knockers.values()].filter(({ status }) => status !== 'admitted')
  }

  setLocked(locked: boolean): void {
    if (locked === this.#locked) return
    this.#locked = locked
    this.#options.tellAll({ type: 'room.locked', locked })
    if (!locked) for (const knocker of this.unanswered()) this.#admit(knocker)
  }

  /** @throws Refusal `room.open`, `knocks.too-many` */
  knock(said: Params<'knock'>, person: Person | null, link: Link): { knocker: Knocker; token: string } {
    if (!this.#locked) throw new Refusal('room.open')
    const { knockers, knocks } = this.#options.limits
    const wait = knocks.take(link.networkAddress)
    if (wait > 0) throw new Refusal('knocks.too-many', { retryAfterSeconds: Math.ceil(wait / 1_000) })
    if (this.#knockers.size >= limits.knockersPerMeeting) throw new Refusal('knocks.too-many')
    const giveBack = knockers.take(link.networkAddress)
    if (giveBack === null) throw new Refusal('knocks.too-many')
    const made = createKnocker(said, person, link, giveBack)
    this.#knockers.set(made.knocker.id, made.knocker)
    return made
  }

  /** After the knocker has the answer: the hosts hear of it. */
  tellOf(knocker: Knocker): void {
    this.#options.tellHosts({ type: 'knocker.came', knocker: knockerOnTheWire(knocker) })
  }

  admit(knockId: string): void {
    this.#admit(this.#unansweredOne(knockId))
  }

  hold(knockId: string, message: string | undefined): void {
    const knocker = this.#unansweredOne(knockId)
    knocker.status = 'held'
    knocker.outbox.post({ type: 'knock.held', ...(message === undefined ? {} : { message }) })
    this.#options.tellHosts({ type: 'knocker.held', knockId })
  }

  reject(knockId: string): void {
    const knocker = this.#unansweredOne(knockId)
    knocker.outbox.post({ type: 'knock.rejected' })
    this.#end(knocker, 'rejected')
  }

  /** Rules R1, R3 for knockers. */
  resumable({ knockId, token, lastSeq }: { knockId: string; token: string; lastSeq: number }): Knocker | null {
    const knocker = this.#knockers.get(knockId)
    if (knocker === undefined || sha256(token) !== knocker.tokenHash) return null
    return knocker.outbox.holdsAfter(lastSeq) ? knocker : null
  }

  attach(knocker: Knocker, lastSeq: number, link: Link): void {
    this.#stopTimer(knocker)
    if (knocker.status === 'admitted') this.#expectEntry(knocker)
    const older = knocker.link
    knocker.link = link
    knocker.outbox.attach(link, lastSeq)
    older?.close('resume.elsewhere')
  }

  away(knocker: Knocker, link: Link): void {
    if (knocker.link !== link) return
    knocker.link = null
    knocker.outbox.detach()
    this.#stopTimer(knocker)
    knocker.cancelTimer = this.#options.clock.after(limits.awayMs, () => this.leave(knocker))
  }

  leave(knocker: Knocker): void {
    if (knocker.admissionHash !== null) this.#options.admissions.withdraw(knocker.admissionHash)
    this.#end(knocker, 'left')
  }

  /** Came in: the wait is over, the admission is in use. */
  entered(knocker: Knocker): void {
    this.#end(knocker, 'left')
  }

  /** Tells who waits whether a host is there, where that has changed. */
  reviewHosts(): void {
    const present = this.#options.hostPresent()
    if (present === this.#hostPresent) return
    this.#hostPresent = present
    for (const { outbox } of this.unanswered()) outbox.post({ type: 'knock.host', present })
  }

  /** Everybody inside has left (rule N8). Returns the admissions of who is on the way in. */
  startOver(locked: boolean): ReadonlySet<string> {
    for (const knocker of this.unanswered()) knocker.status = 'waiting'
    this.reviewHosts()
    if (locked) this.#locked = true
    else this.setLocked(false)
    return new Set([...this.#knockers.values()].flatMap(({ admissionHash }) => admissionHash ?? []))
  }

  /** Ends every wait with a code. @param whose only theirs */
  close(code: ErrorCode, whose: (knocker: Knocker) => boolean = () => true): void {
    for (const knocker of [...this.#knockers.values()].filter(whose)) {
      const { link } = knocker
      this.leave(knocker)
      link?.close(code)
    }
  }

  /** An event to everybody who waits, such as that the server stops. */
  announce(event: NewEvent): void {
    for (const { outbox } of this.#knockers.values()) outbox.post(event)
  }

  #admit(knocker: Knocker): void {
    const { token, hash } = this.#options.admissions.give(knocker.person)
    knocker.status = 'admitted'
    knocker.admissionHash = hash
    knocker.outbox.post({ type: 'knock.admitted', admission: token })
    this.#options.tellHosts({ type: 'knocker.left', knockId: knocker.id, why: 'admitted' })
    if (knocker.link !== null) this.#expectEntry(knocker)
  }

  #expectEntry(knocker: Knocker): void {
    knocker.cancelTimer = this.#options.clock.after(limits.joinWithinMs, () => this.leave(knocker))
  }

  #end(knocker: Knocker, why: 'left' | 'rejected'): void {
    if (!this.#knockers.delete(knocker.id)) return
    this.#stopTimer(knocker)
    knocker.outbox.detach()
    knocker.link = null
    knocker.giveBack()
    knocker.onEnd?.()
    if (knocker.status !== 'admitted') this.#options.tellHosts({ type: 'knocker.left', knockId: knocker.id, why })
    if (knocker.status !== 'admitted' && why === 'left') this.#options.missed()
    this.#options.emptier()
  }

  #stopTimer(knocker: Knocker): void {
    knocker.cancelTimer?.()
    knocker.cancelTimer = null
  }

  #unansweredOne(knockId: string): Knocker {
    const knocker = this.#knockers.get(knockId)
    if (knocker === undefined || knocker.status === 'admitted') throw new Refusal('knock.unknown')
    return knocker
  }
}
