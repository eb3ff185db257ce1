import type { Language } from '@samtale/protocol'

/** One form per category that the three languages have (CLDR: one, other). */
export interface PluralForms {
  one: string
  other: string
}

/** Chooses the form for a count and puts the count, in the language's digits, where the form says `#`. */
export function pluralIn(language: Language): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language)
  const digits = new Intl.NumberFormat(language)
  return (count, forms) => forms[rules.select(count) === 'one' ? 'one' : 'other'].replace('#', digits.format(count))
}

/** Joins names as the language does: `Ada, Bo and Cy`. @param locale BCP 47. */
export function listIn(locale: string): (names: readonly string[]) => string {
  const format = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (names) => format.format(names)
}
