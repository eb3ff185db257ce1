import * as z from 'zod/mini'
import { limits } from './limits.ts'

/** Parts that several messages share. */

/** Made by the server for one stay in one meeting; says nothing about the person. */
export const ParticipantId = z.string().check(z.regex(/^p_[A-Za-z0-9_-]{16}$/))
/** Identifiers of transports, publications and subscriptions: the media engine's own, opaque to clients. */
export const MediaId = z.string().check(z.minLength(1), z.maxLength(64))

/**
 * Something said at a door, before one is in the group: `s1.` + base64url(nonce ‖ ciphertext ‖ tag) where the link has a
 * secret, `o1.` + base64url(UTF-8 JSON) in a room opened by its bare name. The server never looks inside.
 */
const envelope = (maxCharacters: number) =>
  z.string().check(z.maxLength(maxCharacters), z.regex(/^[so]1\.[A-Za-z0-9_-]+$/))

/** Who knocks. */
export const StateEnvelope = envelope(limits.stateEnvelope)
/** What a knocker says to the hosts, and a host to a knocker. */
export const KnockEnvelope = envelope(limits.knockEnvelope)

/** What a track shows or sounds. */
export const slots = ['microphone', 'camera', 'screen', 'screen-audio'] as const
export const Slot = z.enum(slots)
export type Slot = z.infer<typeof Slot>

export function kindOf(slot: Slot): 'audio' | 'video' {
  return slot === 'microphone' || slot === 'screen-audio' ? 'audio' : 'video'
}

/** A track that somebody sends through the router. */
export const Publication = z.object({ id: MediaId, participantId: ParticipantId, slot: Slot, paused: z.boolean() })
export type Publication = z.infer<typeof Publication>

/** What the server lets somebody do in the meeting (rules H1–H3). Always the server's word, never a client's. */
export const Role = z.enum(['host', 'guest'])
export type Role = z.infer<typeof Role>

/** What a host can stop of somebody else's. */
export const stoppableSlots = ['microphone', 'camera'] as const
export const StoppableSlot = z.enum(stoppableSlots)
export type StoppableSlot = z.infer<typeof StoppableSlot>

/** Somebody in the room: who they are is said in the group, and not to the server. */
export const Participant = z.object({
  id: ParticipantId,
  role: Role,
  /** What a host stopped and they have not taken up again: nobody plays it (rule H6). */
  stopped: z.array(StoppableSlot),
})
export type Participant = z.infer<typeof Participant>

/** Made by the server for one wait at the door. */
export const KnockId = z.string().check(z.regex(/^k_[A-Za-z0-9_-]{16}$/))
/** Somebody at the door, as hosts see them. */
export const Knocker = z.object({
  id: KnockId,
  state: StateEnvelope,
  message: z.optional(KnockEnvelope),
  held: z.boolean(),
})
export type Knocker = z.infer<typeof Knocker>

/** 192 random bits, given once; the server keeps the hash. */
export const Token = z.string().check(z.regex(/^[A-Za-z0-9_-]{32}$/))
/** What the room's record says of who carries it, signed by the server (rule N1). Opaque to clients. */
export const Claim = z.string().check(z.maxLength(1_024), z.regex(/^[A-Za-z0-9_.-]+$/))
/** Derived from the link's secret. */
export const LinkTag = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))
