import * as z from 'zod/mini'

/**
 * One thing that the server knows of a participant and their call, from the policy's declarations:
 * what it is, its value now, why it is known, and until when. Texts come in the language asked for.
 */
export const KnownFact = z.object({
  field: z.string(),
  category: z.string(),
  title: z.string(),
  value: z.string(),
  purpose: z.string(),
  until: z.string(),
})
export type KnownFact = z.infer<typeof KnownFact>

export const languages = ['en', 'nb', 'sv'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>
