import * as z from 'zod/mini'
import type { ClientMessageType } from './client-messages.ts'
import { wireErrors, type ErrorCode } from './errors.ts'
import { KnownFact } from './knowledge.ts'
import { IceParameters, RtpParameters, TransportParameters } from './media-parameters.ts'
import {
  ChatEnvelope,
  MediaId,
  Participant,
  ParticipantId,
  Publication,
  SignalEnvelope,
  StateEnvelope,
} from './parts.ts'
import { MediaPath } from './path.ts'

const nothing = z.object({})

/** What each request is answered with. */
export const results = {
  join: z.object({
    participantId: ParticipantId,
    resumeToken: z.string(),
    /** Everybody who was there before, oldest first. */
    participants: z.array(Participant),
    publications: z.array(Publication),
    path: MediaPath,
  }),
  /** The events missed follow the answer, in order. */
  resume: nothing,
  leave: nothing,
  ping: nothing,
  'state.set': nothing,
  'chat.send': nothing,
  'signal.send': nothing,
  'direct.failed': nothing,
  'transport.create': TransportParameters,
  'transport.connect': nothing,
  'transport.restart': z.object({ iceParameters: IceParameters }),
  publish: z.object({ publicationId: MediaId }),
  unpublish: nothing,
  'publication.pause': nothing,
  subscribe: z.object({ subscriptionId: MediaId, kind: z.enum(['audio', 'video']), rtpParameters: RtpParameters }),
  'subscription.start': nothing,
  'subscription.prefer': nothing,
  'knowledge.get': z.object({ facts: z.array(KnownFact) }),
} satisfies Record<ClientMessageType, z.ZodMiniType>

export type Results = { [T in ClientMessageType]: z.infer<(typeof results)[T]> }

const event = <const Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.object({ seq: z.int().check(z.minimum(1)), type: z.literal(type), ...shape })

/** Events, server to client, numbered per participant without a gap (rule C4). */
export const ServerEvent = z.discriminatedUnion('type', [
  event('participant.joined', { participant: Participant }),
  event('participant.left', { participantId: ParticipantId }),
  event('state.changed', { participantId: ParticipantId, state: StateEnvelope }),
  event('chat.sent', { from: ParticipantId, envelope: ChatEnvelope }),
  event('signal.received', { from: ParticipantId, envelope: SignalEnvelope }),
  event('path.changed', { path: MediaPath }),
  event('published', { publication: Publication }),
  event('unpublished', { publicationId: MediaId }),
  event('server.draining', { endsInSeconds: z.number() }),
])

export type ServerEvent = z.infer<typeof ServerEvent>
export type ServerEventType = ServerEvent['type']
/** An event before it has its number. */
export type NewEvent = ServerEvent extends infer E ? (E extends unknown ? Omit<E, 'seq'> : never) : never

const code = z.enum(Object.keys(wireErrors) as [ErrorCode, ...ErrorCode[]])

/** An answer names its request; a refusal that belongs to none has `re: null`. */
export const Answer = z.object({ re: z.int(), ok: z.unknown() })
export const RefusalMessage = z.object({
  re: z.nullable(z.int()),
  error: z.object({ code, retryAfterSeconds: z.optional(z.number()) }),
})

export const ServerMessage = z.union([ServerEvent, RefusalMessage, Answer])
export type ServerMessage = z.infer<typeof ServerMessage>
