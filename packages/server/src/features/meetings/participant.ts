import { limits, type Participant as WireParticipant, type Role, type StoppableSlot } from '@samtale/protocol'
import type { Clock } from '../../platform/clock.ts'
import { randomText, sha256 } from '../../platform/ids.ts'
import type { Link } from '../../platform/ws/link.ts'
import { createTokenBucket } from '../../platform/ws/token-bucket.ts'
import type { Entrance, Person } from './doorkeeper.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import type { ParticipantMedia } from './participant-media.ts'

/**
 * Somebody's stay in a meeting; outlives a broken socket for `limits.awayMs`. All that is held about a person in a call
 * is in here: `known.ts` shows it to them, field by field.
 */
export interface Participant {
  readonly id: string
  readonly tokenHash: string
  readonly joinedAt: Date
  readonly outbox: Outbox
  lastSeenAt: Date
  link: Link | null
  /** Ends the wait for somebody who is away. */
  cancelAway: (() => void) | null
  /** Made when the participant first uses the router. */
  media: ParticipantMedia | null
  messagesReceived: number
  /** How often they may still ask to be in the group. */
  readonly groupAsks: ReturnType<typeof createTokenBucket>
  bytesReceived: number
  /** By the room's record, when they came. */
  readonly claimed: Entrance['role']
  readonly person: Person | null
  readonly admissionHash: string
  /** A host made them one. */
  promoted: boolean
  /** What the others were last told. */
  role: Role
  /** What a host stopped, until its owner takes it up again (rule H6). */
  readonly stopped: Set<StoppableSlot>
}

const groupAskLimit = { perSecond: 1_000 / limits.groupAskEveryMs, burst: limits.groupAskBurst }

/** Who comes with this token. It follows from it, so that it is the same after a restart (rule R5), and nobody else's. */
export function participantIdOf(token: string): string {
  return `p_${sha256(`participant ${token}`).slice(0, 16)}`
}

/**
 * A new stay, with the token that its owner comes back with; only the token's hash is kept.
 * @param token of a stay that goes on
 */
export function createParticipant(
  { role: claimed, person }: Pick<Entrance, 'role' | 'person'>,
  admissionHash: string,
  link: Link,
  clock: Clock,
  token = randomText(32),
): { participant: Participant; token: string } {
  const now = clock.now()
  const outbox = createOutbox()
  outbox.attach(link, 0)
  const participant: Participant = {
    id: participantIdOf(token),
    tokenHash: sha256(token),
    joinedAt: now,
    lastSeenAt: now,
    outbox,
    link,
    cancelAway: null,
    media: null,
    messagesReceived: 0,
    groupAsks: createTokenBucket(groupAskLimit, clock),
    bytesReceived: 0,
    claimed,
    person,
    admissionHash,
    promoted: false,
    role: 'guest',
    stopped: new Set(),
  }
  return { participant, token }
}

export function onTheWire(participant: Participant): WireParticipant {
  const { id, role, stopped } = participant
  return { id, role, stopped: [...stopped] }
}
