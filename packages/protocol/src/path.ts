import * as z from 'zod/mini'
import { RtpCapabilities } from './media-parameters.ts'

/**
 * How media travels in a meeting (rules M1–M6). `generation` grows with every change, also over a restart of the server, so that what belongs to an
 * earlier path is told apart.
 * - `direct`: each browser with each.
 * - `router`: through the media router.
 * - `interrupted`: more people than talk directly, and the router is being restarted.
 */
export const MediaPath = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('direct'), generation: z.int() }),
  z.object({ mode: z.literal('router'), generation: z.int(), rtpCapabilities: RtpCapabilities }),
  z.object({ mode: z.literal('interrupted'), generation: z.int() }),
])
export type MediaPath = z.infer<typeof MediaPath>
