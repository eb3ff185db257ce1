import * as z from 'zod/mini'
import { Bytes32, Epoch, GroupBytes, GroupChange, GroupPosition, MemberHandle, SealedKeyPackage } from './group.ts'
import { Language } from './knowledge.ts'
import { limits } from './limits.ts'
import { DtlsParameters, RtpCapabilities, RtpParameters } from './media-parameters.ts'
import {
  Claim,
  KnockEnvelope,
  KnockId,
  LinkTag,
  MediaId,
  ParticipantId,
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
}

const standing = { position: GroupPosition, handle: MemberHandle, door: Bytes32 }

export const ClientMessage = z.discriminatedUnion('type', [
  request('join', {
    ...entry,
    /** Given to who was let in or was in before, and lost the place (rule N5). */
    admission: z.optional(Token),
    /** The stay that the server has forgotten: its token, and the last generation of the path (rule R5). */
    again: z.optional(z.object({ token: Token, generation: z.int() })),
  }),
  request('resume', {
    version: z.int(),
    participantId: ParticipantId,
    token: Token,
    /** The last event that arrived. */
    lastSeq: z.int().check(z.minimum(0)),
  }),

  // At a locked door.
  request('knock', { ...entry, state: StateEnvelope, message: z.optional(KnockEnvelope) }),
  request('knock.resume', { version: z.int(), knockId: KnockId, token: Token, lastSeq: z.int().check(z.minimum(0)) }),
  request('knock.cancel', {}),

  request('leave', {}),
  /** Asked when nothing has arrived for a while: an answer shows that the connection lives (rule C3). */
  request('ping', {}),

  // The group's keys (rules G1–G9).
  /** One wants to be in the group, the first time or again: answered by `group.make` or `group.door`. */
  request('group.wish', {}),
  /** To be added; the key package is sealed to this door. Where the group has another by now, it is a wish. */
  request('group.ask', { keyPackage: SealedKeyPackage, door: Bytes32 }),
  /** The group that one was told to make. */
  request('group.made', standing),
  request('group.commit', {
    groupId: Bytes32,
    /** The epoch that it ends. */
    epoch: Epoch,
    commit: GroupChange,
    welcome: z.nullable(GroupChange),
    added: z.array(z.object({ id: ParticipantId, handle: MemberHandle })),
  }),
  /** After each commit: where one stands now, or still, as one refused it. */
  request('group.at', { position: GroupPosition, refused: z.boolean() }),
  /** On a new stay, by who was in the group before: after a restart of the server. */
  request('group.present', standing),
  /** What people say to each other, encrypted to the group: relayed, not read (rule G10). */
  request('group.say', { message: GroupBytes, to: z.optional(ParticipantId) }).check(
    z.refine(({ message, to }) => to !== undefined || message.length <= limits.groupMessageToAll),
  ),

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

/** What the order of the group's keys is made of; what is said in the group isn't. */
type GroupRequestType = Exclude<Extract<ClientMessageType, `group.${string}`>, 'group.say'>
export type GroupRequest = { [T in GroupRequestType]: { type: T } & Params<T> }[GroupRequestType]

export const clientMessageTypes: readonly string[] = ClientMessage.def.options.flatMap(
  (option) => option.def.shape.type.def.values,
)
