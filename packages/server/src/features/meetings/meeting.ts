import {
  limits,
  Refusal,
  type ErrorCode,
  type IceSettings,
  type NewEvent,
  type Params,
  type Results,
} from '@samtale/protocol'
import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'
import type { MediaEngine } from '../../platform/media/engine.ts'
import { sha256 } from '../../platform/ids.ts'
import type { Relay } from '../../platform/relay/relay.ts'
import type { Link } from '../../platform/ws/link.ts'
import { Admissions } from './admissions.ts'
import { Door, type DoorLimits } from './door.ts'
import type { Entrance } from './doorkeeper.ts'
import { MeetingGroup } from './group/meeting-group.ts'
import { Hosts } from './hosts.ts'
import { knockerOnTheWire, type Knocker } from './knocker.ts'
import { MeetingMedia } from './meeting-media.ts'
import { createParticipant, onTheWire, participantIdOf, type Participant } from './participant.ts'
import { RoomFacts } from './room-facts.ts'

export interface MeetingOptions {
  engine: MediaEngine
  relay: Relay
  clock: Clock
  log: Log
  directAfterMs: number
  mostPeople: number
  door: DoorLimits
  /** Somebody knocked and went away without an answer. */
  used(what: 'missed-knock'): void
  /** The last one left, inside and at the door. */
  ended(): void
}

/** Called in the task in which the place is taken, so that the answer precedes every event. */
export type Accept = (participant: Participant, result: Results['join']) => void

/**
 * Who is in one room under one link tag, and what passes between them. It lasts from the first join or knock to the last
 * leave and holds nothing else.
 */
export class Meeting {
  readonly room: string
  readonly tag: string | null
  readonly since: Date
  readonly people = new Map<string, Participant>()
  readonly media: MeetingMedia
  readonly group: MeetingGroup
  readonly hosts: Hosts
  readonly admissions = new Admissions()
  readonly door: Door
  readonly facts: RoomFacts
  readonly #options: MeetingOptions
  readonly #hidesAddresses: boolean
  /** Stays that a host ended, by the hash of the token to come back with. */
  readonly #expelled = new Map<string, ErrorCode>()
  #entering = 0
  #ended = false

  constructor(room: string, tag: string | null, entrance: Entrance, options: MeetingOptions) {
    this.room = room
    this.tag = tag
    this.since = options.clock.now()
    this.#options = options
    this.#hidesAddresses = entrance.hidesAddresses
    this.facts = new RoomFacts(entrance, options.clock, () => this.close('room.ended'))
    this.hosts = new Hosts({
      people: this.people,
      owned: () => this.facts.owned,
      post: (event) => this.announce(event),
      becameHost: ({ outbox }) => this.#showDoorTo(outbox),
    })
    this.door = new Door(this.facts.startsLocked, {
      clock: options.clock,
      limits: options.door,
      admissions: this.admissions,
      hostPresent: () => this.hosts.present(),
      tellHosts: (event) => this.hosts.tell(event),
      tellAll: (event) => this.announce(event),
      emptier: () => this.#endIfEmpty(),
      missed: () => options.used('missed-knock'),
    })
    this.group = new MeetingGroup({
      clock: options.clock,
      post: (to, event) => this.people.get(to)?.outbox.post(event),
    })
    this.media = new MeetingMedia({
      ...options,
      directAllowed: !entrance.hidesAddresses || options.relay.isThere,
      people: this.people,
      post: (event, except) => this.announce(event, except),
    })
  }

  /**
   * Rules J3–J5, N3, N5. @param knocker whose wait ends where they come in
   * @throws Refusal where there is no place, or the door is locked for them.
   */
  async join(
    { admission, again }: Pick<Params<'join'>, 'admission' | 'again'>,
    entrance: Entrance,
    link: Link,
    accept: Accept,
    knocker: Knocker | null,
  ): Promise<void> {
    const pass = () => this.#pass(admission, entrance)
    this.facts.learn(entrance)
    this.#entering += 1
    try {
      pass()
      this.#refuseFull()
      await this.media.path.admit(() => {
        // Looked at again: the door may have been locked, or somebody blocked, while the router was made ready.
        const hash = pass()
        const accepted = this.#enter(entrance, link, hash, again)
        if (knocker !== null) this.door.entered(knocker)
        accept(accepted.participant, accepted.result)
      })
    } finally {
      this.#entering -= 1
      this.#endIfEmpty()
    }
  }

  /** Rules N2–N4. @throws Refusal */
  knock(said: Params<'knock'>, entrance: Entrance, link: Link, accept: (made: KnockMade) => void): void {
    try {
      this.facts.learn(entrance)
      if (this.admissions.isBlocked(undefined, entrance.person)) throw new Refusal('host.blocked')
      if (entrance.role === 'host') throw new Refusal('room.open')
      const { knocker, token } = this.door.knock(said, entrance.person, link)
      accept({ knocker, result: { knockId: knocker.id, token, hostPresent: this.hosts.present() } })
      this.door.tellOf(knocker)
    } finally {
      this.#endIfEmpty()
    }
  }

  /**
   * Whether somebody may come back (rules R1, R3): the token is theirs and no event is lost. Where events are lost the
   * place is given up, since joining anew follows.
   */
  mayResume(participant: Participant, { token, lastSeq }: { token: string; lastSeq: number }): boolean {
    if (sha256(token) !== participant.tokenHash) return false
    if (participant.outbox.holdsAfter(lastSeq)) return true
    this.leave(participant, 'lost')
    return false
  }

  /** Why a stay that this token belongs to was ended by a host, or null. */
  expelledFor(token: string): ErrorCode | null {
    return this.#expelled.get(sha256(token)) ?? null
  }

  /** Comes back on another link, with the events missed; an older link is closed (rule R4). */
  attach(participant: Participant, lastSeq: number, link: Link): void {
    participant.cancelAway?.()
    participant.cancelAway = null
    const older = participant.link
    participant.link = link
    participant.outbox.attach(link, lastSeq)
    older?.close('resume.elsewhere')
  }

  /** The socket broke: the place is kept for a while (rule R2). */
  away(participant: Participant, link: Link): void {
    if (participant.link !== link) return
    participant.link = null
    participant.outbox.detach()
    participant.cancelAway = this.#options.clock.after(limits.awayMs, () => this.leave(participant, 'lost'))
  }

  /** @param how `lost`: the connection did not come back; the admission stays good for the person (rule N5). */
  leave(participant: Participant, how: 'left' | 'lost' = 'left'): void {
    if (!this.people.delete(participant.id)) return
    if (how === 'left') this.admissions.withdraw(participant.admissionHash)
    participant.cancelAway?.()
    participant.outbox.detach()
    participant.link = null
    this.media.end(participant)
    this.announce({ type: 'participant.left', participantId: participant.id })
    this.group.leave(participant.id)
    this.facts.someoneLeft()
    this.hosts.review()
    if (this.people.size === 0) this.#startOver()
    else this.door.reviewHosts()
    if (!this.#endIfEmpty()) void this.media.path.review()
  }

  /** Rule H8: ends a stay, whose owner is told why and can't come back to it. */
  expel(participant: Participant, code: 'host.removed' | 'host.blocked'): void {
    const { link, person, admissionHash } = participant
    if (code === 'host.blocked') {
      this.admissions.block(admissionHash, person)
      this.door.close(code, (knocker) => this.admissions.isBlocked(undefined, knocker.person))
    }
    this.#expelled.set(participant.tokenHash, code)
    this.leave(participant)
    link?.close(code)
  }

  /** Ends everybody's stay and wait with a code (rule H9). */
  close(code: ErrorCode): void {
    this.door.close(code)
    for (const participant of [...this.people.values()]) {
      const { link } = participant
      this.leave(participant)
      link?.close(code)
    }
  }

  /** By which ways its people may look for each other, with credentials of their own (rules I1–I4). */
  ice(): IceSettings {
    return { ...this.#options.relay.give(), transport: this.#hidesAddresses ? 'relay' : 'all' }
  }

  /** @throws Refusal `participant.unknown` */
  participant(id: string): Participant {
    const participant = this.people.get(id)
    if (participant === undefined) throw new Refusal('participant.unknown')
    return participant
  }

  /** An event to everybody inside. */
  announce(event: NewEvent, except?: Participant): void {
    for (const participant of this.people.values()) if (participant !== except) participant.outbox.post(event)
  }

  #enter(entrance: Entrance, link: Link, passed: string | null, again: Params<'join'>['again']) {
    this.#refuseFull()
    if (!link.open) throw new Refusal('join.required')
    const others = [...this.people.values()]
    const admission = this.admissions.give(entrance.person)
    const goesOn = this.#forgot(again) ? again?.token : undefined
    const { participant, token } = createParticipant(entrance, admission.hash, link, this.#options.clock, goesOn)
    this.people.set(participant.id, participant)
    this.group.enter(participant.id)
    participant.promoted = this.admissions.renew(passed, admission.hash, participant.id)
    this.hosts.welcome(participant)
    this.announce({ type: 'participant.joined', participant: onTheWire(participant) }, participant)
    const result: Results['join'] = {
      participantId: participant.id,
      resumeToken: token,
      participants: others.map(onTheWire),
      publications: others.flatMap((other) => other.media?.publications() ?? []),
      path: this.media.path.current,
      ice: this.ice(),
      role: participant.role,
      locked: this.door.locked,
      admission: admission.token,
      knockers: participant.role === 'host' ? this.door.unanswered().map(knockerOnTheWire) : [],
    }
    this.door.reviewHosts()
    return { participant, result }
  }

  /** Whether it is a stay in a meeting that was before this one, after which the server was restarted (rule R5). */
  #forgot(again: Params<'join'>['again']): boolean {
    if (again === undefined || this.people.has(participantIdOf(again.token))) return false
    return again.generation < this.media.path.firstGeneration
  }

  /** Whether they may come in: the hash of their admission, null where they need none. @throws Refusal */
  #pass(admission: string | undefined, { person, role }: Entrance): string | null {
    if (this.admissions.isBlocked(admission, person)) throw new Refusal('host.blocked')
    const hash = this.admissions.accepted(admission, person, (id) => this.people.has(id))
    if (hash === null && this.door.locked && role !== 'host') throw new Refusal('room.locked')
    return hash
  }

  #showDoorTo(outbox: Participant['outbox']): void {
    for (const knocker of this.door.unanswered())
      outbox.post({ type: 'knocker.came', knocker: knockerOnTheWire(knocker) })
  }

  #startOver(): void {
    this.#expelled.clear()
    this.admissions.clear(this.door.startOver(this.facts.startsLocked))
  }

  #refuseFull(): void {
    if (this.people.size >= this.#options.mostPeople) throw new Refusal('room.full')
    if (!this.facts.isFull(this.people.size)) return
    if (this.facts.turnAway()) this.hosts.tellOwners({ type: 'room.full-small' })
    throw new Refusal('room.full-small')
  }

  #endIfEmpty(): boolean {
    if (this.people.size > 0 || this.#entering > 0 || this.door.waiting > 0) return false
    if (this.#ended) return true
    this.#ended = true
    this.facts.stop()
    this.group.close()
    this.media.path.close()
    this.#options.ended()
    return true
  }
}

export interface KnockMade {
  knocker: Knocker
  result: Results['knock']
}
