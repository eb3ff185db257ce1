import { limits, Refusal, type MediaPath, type NewEvent, type Params, type Results } from '@samtale/protocol'
import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'
import type { MediaEngine } from '../../platform/media/engine.ts'
import { sha256 } from '../../platform/ids.ts'
import type { Link } from '../../platform/ws/link.ts'
import { MeetingPath } from './meeting-path.ts'
import { createParticipant, onTheWire, type Participant } from './participant.ts'
import { ParticipantMedia } from './participant-media.ts'

export interface MeetingOptions {
  engine: MediaEngine
  clock: Clock
  log: Log
  directAfterMs: number
  mostPeople: number
  /** The last one left. */
  ended(): void
}

/** Called in the task in which the place is taken, so that the answer precedes every event. */
export type Accept = (participant: Participant, result: Results['join']) => void

/**
 * Who is in one room under one link tag, and what passes between them. It lasts from the first join to the last leave
 * and holds nothing else.
 */
export class Meeting {
  readonly room: string
  readonly tag: string | null
  readonly people = new Map<string, Participant>()
  readonly path: MeetingPath
  readonly #options: MeetingOptions
  #entering = 0
  #ended = false

  constructor(room: string, tag: string | null, options: MeetingOptions) {
    this.room = room
    this.tag = tag
    this.#options = options
    this.path = new MeetingPath({
      ...options,
      people: () => this.people.size,
      changed: (path) => this.#pathChanged(path),
    })
  }

  /** Rules J3–J5. @throws Refusal where there is no place. */
  async join(state: string, link: Link, accept: Accept): Promise<void> {
    this.#refuseFull()
    this.#entering += 1
    try {
      await this.path.admit(() => this.#enter(state, link, accept))
    } finally {
      this.#entering -= 1
      this.#endIfEmpty()
    }
  }

  #enter(state: string, link: Link, accept: Accept): void {
    this.#refuseFull()
    if (!link.open) throw new Refusal('join.required')
    const others = [...this.people.values()]
    const { participant, token } = createParticipant(state, link, this.#options.clock)
    this.people.set(participant.id, participant)
    this.#post({ type: 'participant.joined', participant: onTheWire(participant) }, participant)
    accept(participant, {
      participantId: participant.id,
      resumeToken: token,
      participants: others.map(onTheWire),
      publications: others.flatMap((other) => other.media?.publications() ?? []),
      path: this.path.current,
    })
  }

  /**
   * Whether somebody may come back (rules R1, R3): the token is theirs and no event is lost. Where events are lost the
   * place is given up, since joining anew follows.
   */
  mayResume(participant: Participant, { token, lastSeq }: { token: string; lastSeq: number }): boolean {
    if (sha256(token) !== participant.tokenHash) return false
    if (participant.outbox.holdsAfter(lastSeq)) return true
    this.leave(participant)
    return false
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
    participant.cancelAway = this.#options.clock.after(limits.awayMs, () => this.leave(participant))
  }

  leave(participant: Participant): void {
    if (!this.people.delete(participant.id)) return
    participant.cancelAway?.()
    participant.outbox.detach()
    participant.link = null
    this.#endMedia(participant)
    this.#post({ type: 'participant.left', participantId: participant.id })
    if (!this.#endIfEmpty()) void this.path.review()
  }

  setState(participant: Participant, state: string): void {
    participant.state = state
    this.#post({ type: 'state.changed', participantId: participant.id, state }, participant)
  }

  chat(participant: Participant, envelope: string): void {
    this.#post({ type: 'chat.sent', from: participant.id, envelope }, participant)
  }

  signal(participant: Participant, { to, envelope }: Params<'signal.send'>): void {
    const receiver = this.people.get(to)
    if (receiver === undefined || receiver === participant) throw new Refusal('participant.unknown')
    receiver.outbox.post({ type: 'signal.received', from: participant.id, envelope })
  }

  directFailed(participant: Participant, otherId: string): void {
    if (!this.people.has(otherId) || otherId === participant.id) throw new Refusal('participant.unknown')
    this.path.wantRelay()
  }

  /** The participant's part of the router. @throws Refusal `mode.direct` where the router isn't the path. */
  mediaOf(participant: Participant): ParticipantMedia {
    const { router } = this.path
    if (router === null || !this.people.has(participant.id)) throw new Refusal('mode.direct')
    participant.media ??= new ParticipantMedia(router, participant.id)
    return participant.media
  }

  /** Tells the others that publications ended, and ends what was subscribed to them. */
  unpublished(participant: Participant, publicationIds: readonly string[]): void {
    for (const publicationId of publicationIds) {
      for (const other of this.people.values()) other.media?.publicationEnded(publicationId)
      this.#post({ type: 'unpublished', publicationId }, participant)
    }
  }

  published(participant: Participant, publication: Extract<NewEvent, { type: 'published' }>['publication']): void {
    this.#post({ type: 'published', publication }, participant)
  }

  /** @throws Refusal where nobody else publishes this. */
  refuseUnpublished(participant: Participant, publicationId: string): void {
    for (const other of this.people.values()) {
      if (other !== participant && other.media?.publishes(publicationId)) return
    }
    throw new Refusal('publication.unknown')
  }

  /** An event to everybody, such as that the server stops. */
  announce(event: NewEvent): void {
    this.#post(event)
  }

  #endMedia(participant: Participant): void {
    const ended = participant.media?.close() ?? []
    participant.media = null
    this.unpublished(participant, ended)
  }

  #pathChanged(path: MediaPath): void {
    // What was on the old router goes on until that closes; nobody can change it any more (rule M4).
    for (const participant of this.people.values()) participant.media = null
    this.#post({ type: 'path.changed', path })
  }

  #post(event: NewEvent, except?: Participant): void {
    for (const participant of this.people.values()) if (participant !== except) participant.outbox.post(event)
  }

  #refuseFull(): void {
    if (this.people.size >= this.#options.mostPeople) throw new Refusal('room.full')
  }

  #endIfEmpty(): boolean {
    if (this.people.size > 0 || this.#entering > 0) return false
    if (this.#ended) return true
    this.#ended = true
    this.path.close()
    this.#options.ended()
    return true
  }
}
