import * as z from 'zod/mini'
import { limits } from './limits.ts'

/**
 * What stands inside envelopes: read by participants only, so checked by each of them; another participant may lie.
 */

/** Who one is, and what one's tile shows. */
export const SaidState = z.object({
  name: z.string().check(z.maxLength(1_024)),
  microphone: z.boolean(),
  camera: z.boolean(),
  screen: z.boolean(),
  hand: z.boolean(),
})
export type SaidState = z.infer<typeof SaidState>

export const SaidChat = z.object({ text: z.string().check(z.minLength(1), z.maxLength(limits.chatCharacters)) })
export type SaidChat = z.infer<typeof SaidChat>

/** A knocker's words to the hosts, or a host's to somebody on hold. */
export const SaidKnock = z.object({ text: z.string().check(z.minLength(1), z.maxLength(limits.knockCharacters)) })
export type SaidKnock = z.infer<typeof SaidKnock>

/** Between two browsers: a session description (RFC 8829) or an ICE candidate (RFC 8838). */
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
])
export type SaidSignal = z.infer<typeof SaidSignal>
