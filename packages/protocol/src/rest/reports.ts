import * as z from 'zod/mini'
import { Language } from '../knowledge.ts'
import { limits } from '../limits.ts'

/** What a report can be about: the rules of acceptable use. */
export const reportReasons = [
  'harassment',
  'hatred',
  'child-abuse',
  'illegal',
  'recording',
  'impersonation',
  'room-name',
  'other',
] as const
export type ReportReason = (typeof reportReasons)[number]

/** How much a report may hold, in UTF-16 units and in messages. */
export const reportLimits = { message: 5_000, about: 200, chatMessages: 50, chatMessage: 4_000, contact: 254 } as const

/**
 * `POST /api/v1/reports`: somebody reports what they saw. Everything that isn't required is only sent where the reporter
 * chose to. Errors: `request.invalid`, `card.number-refused`, `form.too-many`, `not-found` (the policy takes none).
 */
export const NewReport = z.strictObject({
  /** The room's name, as in its address. */
  room: z.string().check(z.minLength(1), z.maxLength(limits.roomNameCharacters * 4)),
  /** Before or after they were let in. */
  where: z.enum(['door', 'call']),
  reason: z.enum(reportReasons),
  /** Of the answer, where there is one. */
  language: z.optional(Language),
  message: z.optional(z.string().check(z.maxLength(reportLimits.message))),
  /** The name of whom it is about, as the reporter saw it. */
  about: z.optional(z.string().check(z.maxLength(reportLimits.about))),
  /** Messages of the chat, as the reporter saw them. */
  chat: z.optional(
    z.array(z.string().check(z.maxLength(reportLimits.chatMessage))).check(z.maxLength(reportLimits.chatMessages)),
  ),
  /** An e-mail address for the decision. */
  contact: z.optional(z.string().check(z.maxLength(reportLimits.contact))),
})
export type NewReport = z.infer<typeof NewReport>

/** Its answer. */
export const ReportTaken = z.object({
  /** By which the reporter can ask after it, such as `7KQ2M-XD94F`. */
  reference: z.string(),
})
export type ReportTaken = z.infer<typeof ReportTaken>

/** Where reports are sent. */
export const reportsAddress = '/api/v1/reports'
