import { canonicalRoomName, Refusal, type NewEvent, type Params, type Results } from '@samtale/protocol'
import type { AddressLimit } from '../../platform/ws/address-limits.ts'
import type { Link } from '../../platform/ws/link.ts'
import { Meeting, type MeetingOptions } from './meeting.ts'
import type { Participant } from './participant.ts'

export interface MeetingsOptions extends Omit<MeetingOptions, 'ended'> {
  /** Rooms opened from one network address (rule X6). */
  rooms: AddressLimit
}

/** Somebody in some meeting: what a connection is bound to once it has joined. */
export interface Stay {
  meeting: Meeting
  participant: Participant
}

/** All meetings of this process, by room and link tag; one exists while somebody is in it. */
export class Meetings {
  readonly #meetings = new Map<string, Meeting>()
  readonly #options: MeetingsOptions
  #draining = false

  constructor(options: MeetingsOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#meetings.size
  }

  get people(): number {
    let people = 0
    for (const meeting of this.#meetings.values()) people += meeting.people.size
    return people
  }

  /** Rules J1–J6. `accept` is called in the task in which the place is taken. @throws Refusal */
  async join(params: Params<'join'>, link: Link, accept: (stay: Stay, result: Results['join']) => void): Promise<void> {
    if (this.#draining) throw new Refusal('server.draining')
    const name = canonicalRoomName(params.room)
    if (!name.ok) throw new Refusal(name.problem)
    // One spelling a room; the client knows it, a lying one is told.
    if (name.name !== params.room) throw new Refusal('room.name-invalid')
    const meeting = this.#open(name.name, params.tag ?? null, link)
    await meeting.join(params.state, link, (participant, result) => accept({ meeting, participant }, result))
  }

  /** Rule R1. @throws Refusal `resume.unknown` whatever the reason, so that ids can't be probed. */
  resumable(params: Params<'resume'>): Stay {
    for (const meeting of this.#meetings.values()) {
      const participant = meeting.people.get(params.participantId)
      if (participant !== undefined && meeting.mayResume(participant, params)) return { meeting, participant }
    }
    throw new Refusal('resume.unknown')
  }

  /** No more joins from now on; everybody is told. */
  drain(event: NewEvent): void {
    this.#draining = true
    for (const meeting of this.#meetings.values()) meeting.announce(event)
  }

  #open(room: string, tag: string | null, link: Link): Meeting {
    const key = `${room}#${tag ?? ''}`
    const existing = this.#meetings.get(key)
    if (existing !== undefined) return existing
    const giveBack = this.#options.rooms.take(link.networkAddress)
    if (giveBack === null) throw new Refusal('rooms.too-many')
    const meeting: Meeting = new Meeting(room, tag, {
      ...this.#options,
      ended: () => {
        giveBack()
        if (this.#meetings.get(key) === meeting) this.#meetings.delete(key)
      },
    })
    this.#meetings.set(key, meeting)
    return meeting
  }
}
