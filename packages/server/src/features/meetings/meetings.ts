import { canonicalRoomName, Refusal, type ErrorCode, type NewEvent, type Params, type Results } from '@samtale/protocol'
import type { AddressLimit } from '../../platform/ws/address-limits.ts'
import type { Link } from '../../platform/ws/link.ts'
import type { Doorkeeper, Entrance } from './doorkeeper.ts'
import type { Knocker } from './knocker.ts'
import { Meeting, type KnockMade, type MeetingOptions } from './meeting.ts'
import type { Participant } from './participant.ts'

export interface MeetingsOptions extends Omit<MeetingOptions, 'ended' | 'used'> {
  /** Rooms opened from one network address (rule X6). */
  rooms: AddressLimit
  doorkeeper: Doorkeeper
}

/** Somebody in some meeting: what a connection is bound to once it has joined. */
export interface Stay {
  meeting: Meeting
  participant: Participant
}

/** Somebody at some meeting's door. */
export interface Wait {
  meeting: Meeting
  knocker: Knocker
}

/** All meetings of this process, by room and link tag; one exists while somebody is in it or waits at its door. */
export class Meetings {
  readonly #meetings = new Map<string, Meeting>()
  readonly #options: MeetingsOptions
  readonly #counted = new WeakSet<Meeting>()
  #draining = false

  constructor(options: MeetingsOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#meetings.size
  }

  get people(): number {
    return this.#sum(({ people }) => people.size)
  }

  /** Which rooms have a meeting now, how many are in it and since when: for operators, and no names. */
  get running(): { readonly room: string; readonly people: number; readonly since: Date }[] {
    return [...this.#meetings.values()].map(({ room, people, since }) => ({ room, people: people.size, since }))
  }

  /** Who waits at doors. */
  get knockers(): number {
    return this.#sum(({ door }) => door.waiting)
  }

  /** Rules J1–J6. `accept` is called in the task in which the place is taken. @throws Refusal */
  async join(
    params: Params<'join'>,
    link: Link,
    accept: (stay: Stay, result: Results['join']) => void,
    wait: Wait | null = null,
  ): Promise<void> {
    const { entrance, meeting } = await this.#approach(params, link)
    const knocker = wait?.meeting === meeting ? wait.knocker : null
    const accepted = (participant: Participant, result: Results['join']) => {
      accept({ meeting, participant }, result)
      this.#count(meeting)
    }
    await meeting.join(params, entrance, link, accepted, knocker)
  }

  /** Rule N4. `accept` is called before anybody hears of the knock. @throws Refusal */
  async knock(
    params: Params<'knock'>,
    link: Link,
    accept: (wait: Wait, result: Results['knock']) => void,
  ): Promise<void> {
    const { entrance, meeting } = await this.#approach(params, link)
    meeting.knock(params, entrance, link, ({ knocker, result }: KnockMade) => accept({ meeting, knocker }, result))
  }

  /** Rule R1. @throws Refusal `resume.unknown` whatever the reason, so that ids can't be probed. */
  resumable(params: Params<'resume'>): Stay {
    for (const meeting of this.#meetings.values()) {
      const participant = meeting.people.get(params.participantId)
      if (participant !== undefined && meeting.mayResume(participant, params)) return { meeting, participant }
      const expelled = meeting.expelledFor(params.token)
      if (expelled !== null) throw new Refusal(expelled)
    }
    throw new Refusal('resume.unknown')
  }

  /** Rule N7. @throws Refusal `knock.unknown` whatever the reason. */
  resumableKnock(params: Params<'knock.resume'>): Wait {
    for (const meeting of this.#meetings.values()) {
      const knocker = meeting.door.resumable(params)
      if (knocker !== null) return { meeting, knocker }
    }
    throw new Refusal('knock.unknown')
  }

  /** No more joins from now on; everybody is told. */
  drain(event: NewEvent): void {
    this.#draining = true
    for (const meeting of this.#meetings.values()) {
      meeting.announce(event)
      meeting.door.announce(event)
    }
  }

  /** The room is deleted, over or suspended: its meetings end (rule H9). */
  closeRoom(room: string, code: ErrorCode): void {
    for (const meeting of [...this.#meetings.values()]) if (meeting.room === room) meeting.close(code)
  }

  /** The room has another link: who waits at a door that theirs leads to no longer hears so. `codeFor` gives why, by link tag. */
  turnAway(room: string, codeFor: (tag: string | null) => ErrorCode | null): void {
    for (const meeting of [...this.#meetings.values()]) {
      const code = meeting.room === room ? codeFor(meeting.tag) : null
      if (code !== null) meeting.door.close(code)
    }
  }

  async #approach(params: Params<'join'>, link: Link): Promise<{ entrance: Entrance; meeting: Meeting }> {
    const { room, tag, claim } = params
    this.#refuseDraining()
    const name = canonicalRoomName(room)
    if (!name.ok) throw new Refusal(name.problem)
    // One spelling a room; the client knows it, a lying one is told.
    if (name.name !== room) throw new Refusal('room.name-invalid')
    const entrance = await this.#options.doorkeeper.entrance({ room, tag: tag ?? null, claim: claim ?? null })
    this.#refuseDraining()
    return { entrance, meeting: this.#open(params, entrance, link) }
  }

  #refuseDraining(): void {
    if (this.#draining) throw new Refusal('server.draining')
  }

  #open({ room, tag }: Params<'join'>, entrance: Entrance, link: Link): Meeting {
    const key = `${room}#${tag ?? ''}`
    const existing = this.#meetings.get(key)
    if (existing !== undefined) return existing
    const giveBack = this.#options.rooms.take(link.networkAddress)
    if (giveBack === null) throw new Refusal('rooms.too-many')
    const meeting: Meeting = new Meeting(room, tag ?? null, entrance, {
      ...this.#options,
      used: (what) => this.#options.doorkeeper.used?.(room, what),
      ended: () => {
        giveBack()
        if (this.#meetings.get(key) === meeting) this.#meetings.delete(key)
      },
    })
    this.#meetings.set(key, meeting)
    return meeting
  }

  /** Once a meeting, when two are in it. */
  #count(meeting: Meeting): void {
    if (meeting.people.size < 2 || this.#counted.has(meeting)) return
    this.#counted.add(meeting)
    this.#options.doorkeeper.used?.(meeting.room, 'meeting')
  }

  #sum(count: (meeting: Meeting) => number): number {
    return [...this.#meetings.values()].reduce((sum, meeting) => sum + count(meeting), 0)
  }
}
