import { parseDuration, type DurationPart } from '../duration.ts'
import type { Policy } from '../policy.ts'
import type { RetentionRule } from '../retention.ts'
import { localeOf, type Language } from '../text.ts'
import { words } from './words/words-by-language.ts'

/** `PT12S` → “12 seconds”. A time of nothing is an empty string. */
export function durationInWords(duration: string, language: Language): string {
  const parts = parseDuration(duration) ?? []
  return listInWords(
    parts.map((part) => partInWords(part, language)),
    language,
  )
}

function partInWords({ unit, count }: DurationPart, language: Language): string {
  // Intl counts Norwegian days by the clock; a policy means those of the calendar.
  if (language === 'nb' && unit === 'day') return count === 1 ? '1 dag' : `${count} dager`
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}

/** “until you leave the meeting, at the latest 12 seconds after your connection breaks” */
export function retentionInWords(
  { keep, from, cap }: RetentionRule,
  events: Policy['events'],
  language: Language,
): string {
  const { until, when, after, atTheLatest } = words[language]
  const clause = (event: string): string => events[event]?.clause[language] ?? event
  const keptFor = durationInWords(keep, language)
  const cappedAt = durationInWords(cap.atMost, language)
  const end = keptFor === '' ? `${until} ${clause(from)}` : `${until} ${keptFor} ${after} ${clause(from)}`
  if (cap.atMost === keep && cap.after === from) return end
  const latest = cappedAt === '' ? `${when} ${clause(cap.after)}` : `${cappedAt} ${after} ${clause(cap.after)}`
  return `${end}, ${atTheLatest} ${latest}`
}

/** “22 November 2026”, in Coordinated Universal Time. */
export function dateInWords(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}

/** `YYYY-MM-DD` → “22 November 2026”; as it stands, where it is no day. */
export function dayInWords(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? day : dateInWords(date, language)
}

/** “one, two and three” */
export function listInWords(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items)
}

/** `NO` → “Norway”; as it stands, where no country has the code. */
export function countryInWords(code: string, language: Language): string {
  if (code === 'EEA' || code === 'EU') return code === 'EEA' ? words[language].transfer.eea : words[language].law.union
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}

/** `sv` → “Swedish”. */
export function languageInWords(code: Language, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
