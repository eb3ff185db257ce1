import * as z from 'zod/mini'
import { limits } from './limits.ts'

/** Parts that several messages share. */

/** Made by the server for one stay in one meeting; says nothing about the person. */
export const ParticipantId = z.string().check(z.regex(/^p_[A-Za-z0-9_-]{16}$/))
/** Identifiers of transports, publications and subscriptions: the media engine's own, opaque to clients. */
export const MediaId = z.string().check(z.minLength(1), z.maxLength(64))

/**
 * Something a person says, as the server relays it: `s1.` + base64url(nonce ‖ ciphertext ‖ tag) where the link has a
 * secret, `o1.` + base64url(UTF-8 JSON) in a room opened by its bare name. The server never looks inside.
 */
export const envelope = (maxCharacters: number) =>
  z.string().check(z.maxLength(maxCharacters), z.regex(/^[so]1\.[A-Za-z0-9_-]+$/))

export const StateEnvelope = envelope(limits.stateEnvelope)
export const ChatEnvelope = envelope(limits.chatEnvelope)
export const SignalEnvelope = envelope(limits.signalEnvelope)

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

/** Somebody in the room: who they say they are is in the envelope. */
export const Participant = z.object({ id: ParticipantId, state: StateEnvelope })
export type Participant = z.infer<typeof Participant>
