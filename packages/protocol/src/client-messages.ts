import * as z from 'zod/mini'
import { Language } from './knowledge.ts'
import { DtlsParameters, RtpCapabilities, RtpParameters } from './media-parameters.ts'
import { ChatEnvelope, MediaId, ParticipantId, SignalEnvelope, Slot, StateEnvelope } from './parts.ts'

/** Requests, client to server. Each has an `id`, chosen by the client and repeated in the answer (rule C1). */
const request = <const Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.object({ id: z.int().check(z.minimum(1)), type: z.literal(type), ...shape })

export const ClientMessage = z.discriminatedUnion('type', [
  request('join', {
    version: z.int(),
    room: z.string().check(z.maxLength(256)),
    /** Derived from the link's secret; absent in a room opened by its bare name. */
    tag: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))),
    state: StateEnvelope,
  }),
  request('resume', {
    version: z.int(),
    participantId: ParticipantId,
    token: z.string().check(z.regex(/^[A-Za-z0-9_-]{32}$/)),
    /** The last event that arrived. */
    lastSeq: z.int().check(z.minimum(0)),
  }),
  request('leave', {}),
  /** Asked when nothing has arrived for a while: an answer shows that the connection lives (rule C3). */
  request('ping', {}),

  // What people say: relayed, not read.
  request('state.set', { state: StateEnvelope }),
  request('chat.send', { envelope: ChatEnvelope }),
  request('signal.send', { to: ParticipantId, envelope: SignalEnvelope }),

  // Direct mode: two browsers found no way to each other.
  request('direct.failed', { participantId: ParticipantId }),

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

  request('knowledge.get', { language: Language }),
])

export type ClientMessage = z.infer<typeof ClientMessage>
export type ClientMessageType = ClientMessage['type']
/** A request's fields without the frame. */
export type Params<T extends ClientMessageType> = Omit<Extract<ClientMessage, { type: T }>, 'id' | 'type'>

export const clientMessageTypes: readonly string[] = ClientMessage.def.options.flatMap(
  (option) => option.def.shape.type.def.values,
)
