/** Languages that every text has. */
export const languages = ['en', 'nb', 'sv'] as const
export type Language = (typeof languages)[number]

/** A text in every language; leaving one out fails to compile. */
export type Text = Readonly<Record<Language, string>>

/** A list that can't be written empty. */
export type NonEmpty<T> = readonly [T, ...T[]]
