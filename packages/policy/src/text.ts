/** Languages that every text has. */
export const languages = ['en', 'nb', 'sv'] as const
export type Language = (typeof languages)[number]

/** A text in every language; leaving one out fails to compile. */
export type Text = Readonly<Record<Language, string>>

/** A list that can't be written empty. */
export type NonEmpty<T> = readonly [T, ...T[]]

/** The locale by whose habits dates and numbers are written for a language (BCP 47): English has the day before the month. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}
