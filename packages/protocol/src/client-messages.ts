import * as z from 'zod/mini'
import { Language } from './knowledge.ts'
import { DtlsParameters, RtpCapabilities, RtpParameters } from './media-parameters.ts'
import {
  ChatEnvelope,
  Claim,
  KnockEnvelope,
  KnockId,
  LinkTag,
  MediaId,
  ParticipantId,
  SignalEnvelope,
  Slot,
  StateEnvelope,
  StoppableSlot,
  Token,
} from './parts.ts'

/** Requests, client to server. Each has an `id`, chosen by the client and repeated in the answer (rule C1). */
const request = <const Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.object({ id: z.int().check(z.minimum(1)), type: z.literal(type), ...shape })

/** What one comes with, whether the door is open or not. */
const entry = {
  version: z.int(),
  room: z.string().check(z.maxLength(256)),
  /** Absent in a room opened by its bare name. */
  tag: z.optional(LinkTag),
  claim: z.optional(Claim),
  state: StateEnvelope,
}

export const ClientMessage = z.discriminatedUnion('type', [
  request('join', {
    ...entry,
    /** Given to who was let in or was in before, and lost the place (rule N5). */
    admission: z.optional(Token),
  }),
  request('resume', {
    version: z.int(),
    participantId: ParticipantId,
    token: Token,
    /** The last event that arrived. */
    lastSeq: z.int().check(z.minimum(0)),
  }),

  // At a locked door.
  request('knock', { ...entry, message: z.optional(KnockEnvelope) }),
  request('knock.resume', { version: z.int(), knockId: KnockId, token: Token, lastSeq: z.int().check(z.minimum(0)) }),
  request('knock.cancel', {}),

  request('leave', {}),
  /** Asked when nothing has arrived for a while: an answer shows that the connection lives (rule C3). */
  request('ping', {}),

  // What people say: relayed, not read.
  request('state.set', { state: StateEnvelope }),
  request('chat.send', { envelope: ChatEnvelope }),
  request('signal.send', { to: ParticipantId, envelope: SignalEnvelope }),

  // Direct mode: two browsers found no way to each other.
  request('direct.failed', { participantId: ParticipantId }),
  /** Relays with fresh credentials, before those of `join` lapse (rule I2). */
  request('ice.get', {}),

  // Router mode.
  request('transport.create', { direction: z.enum(['send', 'receive']) }),
  request('transport.connect', { transportId: MediaId, dtlsParameters: DtlsParameters }),
  request('transport.restart', { transportId: MediaId }),
  request('publish', { transportId: MediaId, slot: Slot, rtpParameters: RtpParameters }),
  request('unpublish', { publicationId: MediaId }),
  request('publication.pause', { publicationId: MediaId, paused: z.boolean() }),
  request('subscribe', { transportId: MediaId, publicationId: MediaId, rtpCapabilities: RtpCapabilities }),
  request('subscription.start', { subscriptionId: MediaId }),
  request('subscription.prefer', { subscriptionId: MediaId, spatialLayer: z.int().check(z.minimum(0), z.maximum(3)) }),

  // What hosts may (rules H1–H9).
  request('room.lock', {}),
  request('room.unlock', {}),
  request('room.enlarge', {}),
  request('knock.admit', { knockId: KnockId }),
  request('knock.hold', { knockId: KnockId, message: z.optional(KnockEnvelope) }),
  request('knock.reject', { knockId: KnockId }),
  request('host.promote', { participantId: ParticipantId }),
  request('host.mute', { participantId: ParticipantId }),
  request('host.ask-unmute', { participantId: ParticipantId }),
  request('host.camera-off', { participantId: ParticipantId }),
  request('host.remove', { participantId: ParticipantId }),
  request('host.block', { participantId: ParticipantId }),
  request('meeting.end', {}),
  /** One's own, stopped by a host: the person has switched it on again. */
  request('media.resume', { slot: StoppableSlot }),

  request('knowledge.get', { language: Language }),
])

export type ClientMessage = z.infer<typeof ClientMessage>
export type ClientMessageType = ClientMessage['type']
/** A request's fields without the frame. */
export type Params<T extends ClientMessageType> = Omit<Extract<ClientMessage, { type: T }>, 'id' | 'type'>

export const clientMessageTypes: readonly string[] = ClientMessage.def.options.flatMap(
  (option) => option.def.shape.type.def.values,
)
