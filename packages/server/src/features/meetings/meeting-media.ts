import { Refusal, type MediaPath, type NewEvent } from '@samtale/protocol'
import { MeetingPath, type PathOptions } from './meeting-path.ts'
import type { Participant } from './participant.ts'
import { ParticipantMedia } from './participant-media.ts'

export interface MeetingMediaOptions extends Omit<PathOptions, 'people' | 'changed'> {
  people: ReadonlyMap<string, Participant>
  post(event: NewEvent, except?: Participant): void
}

/** How one meeting's media travel, and each participant's part of the router. */
export class MeetingMedia {
  readonly path: MeetingPath
  readonly #people: ReadonlyMap<string, Participant>
  readonly #post: MeetingMediaOptions['post']

  constructor({ people, post, ...options }: MeetingMediaOptions) {
    this.#people = people
    this.#post = post
    this.path = new MeetingPath({
      ...options,
      people: () => people.size,
      changed: (path) => this.#pathChanged(path),
    })
  }

  /** @throws Refusal `mode.direct` where the router isn't the path. */
  of(participant: Participant): ParticipantMedia {
    const { router } = this.path
    if (router === null || !this.#people.has(participant.id)) throw new Refusal('mode.direct')
    participant.media ??= new ParticipantMedia(router, participant.id)
    return participant.media
  }

  /** Tells the others that publications ended, and ends what was subscribed to them. */
  unpublished(participant: Participant, publicationIds: readonly string[]): void {
    for (const publicationId of publicationIds) {
      for (const other of this.#people.values()) other.media?.publicationEnded(publicationId)
      this.#post({ type: 'unpublished', publicationId }, participant)
    }
  }

  /** Ends what somebody sends and receives through the router. */
  end(participant: Participant): void {
    const ended = participant.media?.close() ?? []
    participant.media = null
    this.unpublished(participant, ended)
  }

  /** @throws Refusal `publication.unknown` where nobody else publishes this. */
  refuseUnpublished(participant: Participant, publicationId: string): void {
    for (const other of this.#people.values()) {
      if (other !== participant && other.media?.publishes(publicationId)) return
    }
    throw new Refusal('publication.unknown')
  }

  #pathChanged(path: MediaPath): void {
    // What was on the old router goes on until that closes; nobody can change it any more (rule M4).
    for (const participant of this.#people.values()) {
      participant.media?.retire()
      participant.media = null
    }
    this.#post({ type: 'path.changed', path })
  }
}
