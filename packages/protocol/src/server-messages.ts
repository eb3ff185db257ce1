import * as z from 'zod/mini'
import type { ClientMessageType } from './client-messages.ts'
import { wireErrors, type ErrorCode } from './errors.ts'
import { Bytes32, Epoch, GroupBytes, GroupChange, GroupPerson } from './group.ts'
import { IceSettings } from './ice.ts'
import { KnownFact } from './knowledge.ts'
import { IceParameters, RtpParameters, TransportParameters } from './media-parameters.ts'
import {
  KnockEnvelope,
  Knocker,
  KnockId,
  MediaId,
  Participant,
  ParticipantId,
  Publication,
  Role,
  StoppableSlot,
  Token,
} from './parts.ts'
import { MediaPath } from './path.ts'

const nothing = z.object({})

/** What each request is answered with. */
export const results = {
  join: z.object({
    participantId: ParticipantId,
    resumeToken: Token,
    /** Everybody who was there before, oldest first. */
    participants: z.array(Participant),
    publications: z.array(Publication),
    path: MediaPath,
    ice: IceSettings,
    role: Role,
    locked: z.boolean(),
    /** Brings one back into this meeting, where the place is lost (rule N5). */
    admission: Token,
    /** Who waits at the door, longest first; empty for who is no host. */
    knockers: z.array(Knocker),
  }),
  /** The events missed follow the answer, in order. */
  resume: nothing,
  /** Nothing of who is inside but whether a host is (rule N6). */
  knock: z.object({ knockId: KnockId, token: Token, hostPresent: z.boolean() }),
  'knock.resume': nothing,
  'knock.cancel': nothing,
  leave: nothing,
  ping: nothing,
  'group.wish': nothing,
  'group.ask': nothing,
  'group.made': nothing,
  'group.commit': nothing,
  'group.at': nothing,
  'group.present': nothing,
  'group.say': nothing,
  'direct.failed': nothing,
  'ice.get': IceSettings,
  'transport.create': TransportParameters,
  'transport.connect': nothing,
  'transport.restart': z.object({ iceParameters: IceParameters }),
  publish: z.object({ publicationId: MediaId }),
  unpublish: nothing,
  'publication.pause': nothing,
  subscribe: z.object({ subscriptionId: MediaId, kind: z.enum(['audio', 'video']), rtpParameters: RtpParameters }),
  'subscription.start': nothing,
  'subscription.prefer': nothing,
  'room.lock': nothing,
  'room.unlock': nothing,
  'room.enlarge': nothing,
  'knock.admit': nothing,
  'knock.hold': nothing,
  'knock.reject': nothing,
  'host.promote': nothing,
  'host.mute': nothing,
  'host.ask-unmute': nothing,
  'host.camera-off': nothing,
  'host.remove': nothing,
  'host.block': nothing,
  'meeting.end': nothing,
  'media.resume': nothing,
  'knowledge.get': z.object({ facts: z.array(KnownFact) }),
} satisfies Record<ClientMessageType, z.ZodMiniType>

export type Results = { [T in ClientMessageType]: z.infer<(typeof results)[T]> }

const event = <const Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.object({ seq: z.int().check(z.minimum(1)), type: z.literal(type), ...shape })

/** Events, server to client, numbered per participant or knocker without a gap (rule C4). */
export const ServerEvent = z.discriminatedUnion('type', [
  event('participant.joined', { participant: Participant }),
  event('participant.left', { participantId: ParticipantId }),
  /** One is to make the group: there is none. */
  event('group.make', {}),
  /** There is a group; the public key to which key packages are sealed. */
  event('group.door', { door: Bytes32 }),
  event('group.people', { people: z.array(GroupPerson) }),
  event('group.committed', { commit: GroupChange }),
  event('group.welcome', { welcome: GroupChange }),
  /** One stands apart from the others, and has to ask anew. */
  event('group.lost', {}),
  /** All who are in the group's order stand there. */
  event('group.settled', { groupId: Bytes32, epoch: Epoch }),
  event('group.said', { from: ParticipantId, message: GroupBytes }),
  event('path.changed', { path: MediaPath }),
  event('published', { publication: Publication }),
  event('unpublished', { publicationId: MediaId }),
  event('role.changed', { participantId: ParticipantId, role: Role }),
  event('media.stopped', { participantId: ParticipantId, slot: StoppableSlot, by: ParticipantId }),
  event('media.resumed', { participantId: ParticipantId, slot: StoppableSlot }),
  /** To the one who is asked. */
  event('unmute.asked', { by: ParticipantId }),
  event('room.locked', { locked: z.boolean() }),
  // To hosts.
  event('room.full-small', {}),
  event('knocker.came', { knocker: Knocker }),
  event('knocker.held', { knockId: KnockId }),
  event('knocker.left', { knockId: KnockId, why: z.enum(['left', 'admitted', 'rejected']) }),
  // To who waits at the door; with `server.draining` all that they get.
  event('knock.host', { present: z.boolean() }),
  event('knock.held', { message: z.optional(KnockEnvelope) }),
  event('knock.admitted', { admission: Token }),
  event('knock.rejected', {}),
  event('server.draining', { endsInSeconds: z.number() }),
])

export type ServerEvent = z.infer<typeof ServerEvent>
export type ServerEventType = ServerEvent['type']
/** An event before it has its number. */
export type NewEvent = ServerEvent extends infer E ? (E extends unknown ? Omit<E, 'seq'> : never) : never
/** What the order of the group's keys tells; what is said in the group isn't. */
export type GroupEvent = Exclude<Extract<NewEvent, { type: `group.${string}` }>, { type: 'group.said' }>

const code = z.enum(Object.keys(wireErrors) as [ErrorCode, ...ErrorCode[]])

/** An answer names its request; a refusal that belongs to none has `re: null`. */
export const Answer = z.object({ re: z.int(), ok: z.unknown() })
export const RefusalMessage = z.object({
  re: z.nullable(z.int()),
  error: z.object({ code, retryAfterSeconds: z.optional(z.number()) }),
})

export const ServerMessage = z.union([ServerEvent, RefusalMessage, Answer])
export type ServerMessage = z.infer<typeof ServerMessage>
