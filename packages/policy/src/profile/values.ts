import * as z from 'zod'
import type { FindingCode } from '../check/findings.ts'
import { isDuration, type Duration } from '../duration.ts'
import { languages, type Language, type NonEmpty, type Text } from '../text.ts'

/** A refusal with a code of our own, for `z.core.$ZodRawIssue`. */
export function refusal(finding: FindingCode, message: string, input: unknown) {
  return { code: 'custom' as const, message, input, params: { finding } }
}

/** A list that can't be empty. */
export function filled<T extends z.ZodType>(item: T) {
  return z.array(item).transform((items, context): NonEmpty<z.output<T>> => {
    const [first, ...rest] = items
    if (first !== undefined) return [first, ...rest]
    context.issues.push(refusal('section.empty', 'The list is empty.', items))
    return z.NEVER
  })
}

/**
 * A text of a profile: plain where the profile has one language, or one per language of it. Languages that it isn't
 * written in repeat the first, so that a page always has words; the edition says which are real.
 */
export function textIn(declared: NonEmpty<Language>) {
  return z
    .union([z.string(), z.record(z.string(), z.unknown())], 'Expected a text.')
    .transform((given, context): Text => {
      const byLanguage = typeof given === 'string' ? { [declared[0]]: given } : given
      const found = (language: Language) => byLanguage[language]
      for (const language of declared) {
        const text = found(language)
        if (typeof text === 'string' && text.trim() !== '') continue
        context.issues.push({ ...refusal('text.missing', `No text in ${language}.`, given), path: [language] })
      }
      for (const name of Object.keys(byLanguage)) {
        if (declared.some((language) => language === name)) continue
        const message = `${name} is none of the languages of this policy.`
        context.issues.push({ ...refusal('schema.unknown-key', message, given), path: [name] })
      }
      const original = found(declared[0])
      const first = typeof original === 'string' ? original.trim() : ''
      const text = (language: Language) => {
        const own = found(language)
        return typeof own === 'string' && own.trim() !== '' ? own.trim() : first
      }
      return { en: text(languages[0]), nb: text(languages[1]), sv: text(languages[2]) }
    })
}

/** ISO 8601-1 §5.5.2. */
export const duration = z.custom<Duration>(isDuration, {
  error: 'Expected a duration such as P30D.',
  params: { finding: 'retention.malformed' satisfies FindingCode },
})

/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'Expected two capital letters (ISO 3166-1), such as NO.')

/** `YYYY-MM-DD` that is a day of the calendar. */
export const day = z.iso.date('Expected a day such as 2026-11-22.')

export const line = z.string().trim().min(1, 'Expected a text.').max(500)

export const hostName = z
  .string()
  .regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/, 'Expected a host name such as api.example.org.')
