import * as z from 'zod/mini'
import { limits } from './limits.ts'
import { ParticipantId, Slot } from './parts.ts'

/**
 * What people say in the group, and at its door: read by participants only, so checked by each of them; another
 * participant may lie.
 */
const name = z.string().check(z.maxLength(1_024))
/** A member of the group: their signature key in base64url. */
const MemberId = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))

/** Who one is, and what one's tile shows. */
export const SaidState = z.object({
  name,
  microphone: z.boolean(),
  camera: z.boolean(),
  screen: z.boolean(),
  hand: z.boolean(),
  /** As whom they are in the meeting: what the server says of that it can't prove. */
  participantId: ParticipantId,
  /** They keep their key for this room: who knows it expects it again. */
  keepsKey: z.boolean(),
})
export type SaidState = z.infer<typeof SaidState>

export const SaidChat = z.object({
  text: z.string().check(z.minLength(1), z.maxLength(limits.chatCharacters)),
  /** 128 random bits: what is sent again, as nobody knows whether it arrived, is shown once. */
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
})
export type SaidChat = z.infer<typeof SaidChat>

/** Who knocks: the name, and the key that they'll be in the group with, so that who was let in is who comes in. */
export const SaidKnocker = z.object({ name, member: MemberId })
export type SaidKnocker = z.infer<typeof SaidKnocker>

/** A knocker's words to the hosts, or a host's to somebody on hold. */
export const SaidKnock = z.object({ text: z.string().check(z.minLength(1), z.maxLength(limits.knockCharacters)) })
export type SaidKnock = z.infer<typeof SaidKnock>

/** Between two browsers: a session description (RFC 8829), an ICE candidate (RFC 8838), or that a whole picture is needed. */
export const SaidSignal = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('description'),
    /** Which connection of the two it belongs to: grows when one side starts over. */
    generation: z.int(),
    description: z.object({ type: z.enum(['offer', 'answer', 'rollback', 'pranswer']), sdp: z.string() }),
  }),
  z.object({
    kind: z.literal('candidate'),
    generation: z.int(),
    candidate: z.object({
      candidate: z.string().check(z.maxLength(1_024)),
      sdpMid: z.nullable(z.string()),
      sdpMLineIndex: z.nullable(z.int()),
      usernameFragment: z.optional(z.nullable(z.string())),
    }),
  }),
  z.object({ kind: z.literal('picture'), slot: Slot }),
])
export type SaidSignal = z.infer<typeof SaidSignal>

/** One message in the group. State and chat are for everybody, signals for one. */
export const Said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('state'), state: SaidState }),
  z.object({ kind: z.literal('chat'), chat: SaidChat }),
  z.object({ kind: z.literal('signal'), signal: SaidSignal }),
])
export type Said = z.infer<typeof Said>
