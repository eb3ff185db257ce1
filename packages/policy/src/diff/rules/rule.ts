import type { Policy } from '../../policy.ts'
import { words } from '../../render/words/words-by-language.ts'
import type { Words } from '../../render/words/words.ts'
import { languages, type Language, type Text } from '../../text.ts'
import type { Change, ChangeClass } from '../change.ts'
import { any, wording, type Judge } from '../judges.ts'
import type { FieldName } from '../words/diff-words.ts'

/** The two policies that are compared. */
export interface Sides {
  readonly before: Policy
  readonly after: Policy
}

/** What a value is put into words by: the policy that it stands in, and the language. */
export interface Scope {
  readonly policy: Policy
  readonly language: Language
  readonly say: Words
}

/** A change within a part, without the part. */
export type FieldChange = Pick<Change, 'kind' | 'class' | 'before' | 'after'> & { readonly field: FieldName }

/** Looks at a field, or at a whole part, before and after. */
export type Compare<T> = (before: T, after: T, sides: Sides) => readonly FieldChange[]

/** How every field of a part is compared: one left out fails to compile, so that no change goes unseen. */
export type Rules<T> = { readonly [Field in keyof T]-?: Compare<T[Field]> }

type Show<T> = (value: NonNullable<T>, scope: Scope) => string

/** Compares by a judge, and puts what it finds into words. */
export function rule<T>(field: FieldName, judge: Judge<T>, show: Show<NoInfer<T>> = plainly): Compare<T> {
  return (before, after, sides) =>
    judge(before, after).map((verdict) => ({
      field,
      kind: verdict.kind,
      class: verdict.class,
      before: shown(verdict.before, sides.before, show),
      after: shown(verdict.after, sides.after, show),
    }))
}

function shown<T>(value: T | undefined, policy: Policy, show: Show<T>): Text | null {
  if (value === undefined || value === null) return null
  const inLanguage = (language: Language) => show(value, { policy, language, say: words[language] })
  if (languages.every((language) => inLanguage(language) === '')) return null
  return { en: inLanguage(languages[0]), nb: inLanguage(languages[1]), sv: inLanguage(languages[2]) }
}

function plainly(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainly).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A text: other words mean the same, as far as a machine can tell. */
export function text(field: FieldName): Compare<Text | undefined> {
  return rule(field, wording, (value, { language }) => value[language])
}

/** A fact whose every change is of one class. */
export function fact<T>(field: FieldName, weight: ChangeClass, show: Show<NoInfer<T>> = plainly): Compare<T> {
  return rule(field, any<T>(weight), show)
}

/** All fields of an object by their rules. */
export function all<T extends object>(rules: Rules<T>): Compare<T> {
  const fields = Object.keys(rules) as (keyof T & string)[]
  return (before, after, sides) => fields.flatMap((field) => rules[field](before[field], after[field], sides))
}

/** Something that may be there: coming and going have a class each, and what is there both times is compared. */
export function maybe<T extends object>(
  field: FieldName,
  { more, less }: { readonly more: ChangeClass; readonly less: ChangeClass },
  compare: Compare<T>,
  show: (value: NoInfer<T>, scope: Scope) => string,
): Compare<T | undefined> {
  const coming: Judge<T | undefined> = (before, after) => {
    if (before === undefined) return after === undefined ? [] : [{ kind: 'added', class: more, after }]
    return after === undefined ? [{ kind: 'removed', class: less, before }] : []
  }
  const come = rule<T | undefined>(field, coming, (value, scope) => show(value, scope))
  return (before, after, sides) =>
    before !== undefined && after !== undefined ? compare(before, after, sides) : come(before, after, sides)
}

type Titled = 'categories' | 'purposes' | 'recipients' | 'consents' | 'laws' | 'mails'

/** Keys of parts, as their titles. */
export function titles(section: Titled) {
  return (keys: string | readonly string[], { policy, language }: Scope): string => {
    const parts: Readonly<Record<string, { readonly title: Text }>> = policy[section] ?? {}
    const title = (key: string) => (Object.hasOwn(parts, key) ? (parts[key]?.title[language] ?? key) : key)
    return (typeof keys === 'string' ? [keys] : keys).map(title).join(', ')
  }
}
