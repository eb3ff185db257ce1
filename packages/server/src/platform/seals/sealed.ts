declare const sealed: unique symbol
declare const blindIndex: unique symbol

/**
 * What a sealed column holds: `s1.<base64url>`. Only sealing makes one, so plain text written into such a column fails to
 * compile; so does a value of another category, where the category is known to the compiler.
 */
export type Sealed<Category extends string = string> = string & { readonly [sealed]: Category }

/** What a column for look-up holds: `i1.<base64url>`, made by `index` and `suppressionHash` alone. */
export type BlindIndex = string & { readonly [blindIndex]: true }

/** The place of a sealed value: the value opens there and nowhere else. */
export interface Cell<Category extends string = string> {
  readonly table: string
  readonly column: string
  /** Id of the record that the row belongs to. */
  readonly record: string
  readonly category: Category
}

/** A data key's name: each record has one key for each category. */
export interface KeyName {
  readonly record: string
  readonly category: string
}

/** One text for a name; no two names share one. */
export function spell({ record, category }: KeyName): string {
  return JSON.stringify([record, category])
}
