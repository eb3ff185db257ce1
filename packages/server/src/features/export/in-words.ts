import { localeOf, languages, retentionInWords, type Text } from '@samtale/policy'
import { columnWords, tableWords, valueWords } from './column-words.ts'
import type { Content } from './content.ts'
import type { CategoryFate } from './fates.ts'
import type { Value } from './values.ts'
import { heldIn, type PersonTable } from './whose.ts'
import { exportWords, fateWords, fill, holdWords } from './words.ts'

type Said = Pick<Content, 'policy' | 'language' | 'kinds'>

/** A time as people write it, in the policy's time zone. */
export function timeInWords({ policy, language }: Said, at: Date): string {
  const timeZone = policy.edition?.timeZone ?? 'Europe/Oslo'
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at)
}

/** Titles of categories, for a heading. */
export function categoriesInWords({ policy, language }: Said, keys: readonly string[]): string {
  return keys.map((key) => policy.categories[key]?.title[language] ?? key).join(', ')
}

/** What a record of a kind is. */
export function kindInWords(content: Said, kind: string): string {
  const categories = content.kinds[kind]?.categories ?? []
  return categories.length === 0 ? kind : categoriesInWords(content, categories)
}

/** What a table has. */
export function tableInWords(content: Said, table: PersonTable): string {
  const held = new Set(Object.keys(table.columns).flatMap((column) => heldIn(table, column)?.category ?? []))
  if (held.size > 0) return categoriesInWords(content, [...held])
  const words = tableWords[table.name]?.[content.language]
  return words ?? (table.kind === null ? table.name : kindInWords(content, table.kind))
}

/** What a column has; null for what tells a reader nothing. */
export function columnInWords({ language }: Said, { columns }: PersonTable, column: string): string | null {
  const binding = columns[column]
  if (binding !== undefined && 'holds' in binding) return binding.title[language]
  return columnWords[column]?.[language] ?? null
}

/** A value as people read it: keys of the policy become what it calls them, and times dates. */
export function valueInWords(content: Said, column: string, value: Value, type: string): string {
  const { language } = content
  if (typeof value === 'boolean') return exportWords[value ? 'yes' : 'no'][language]
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value)
  if (type.startsWith('timestamp')) return timeInWords(content, new Date(value))
  if (column === 'language' && isLanguage(value))
    return new Intl.DisplayNames(language, { type: 'language' }).of(value) ?? value
  if (column === 'kind' && Object.hasOwn(content.kinds, value)) return kindInWords(content, value)
  return keyInWords(content, column, value)?.[language] ?? value
}

function isLanguage(value: string): boolean {
  return languages.some((one) => one === value)
}

function keyInWords({ policy }: Said, column: string, key: string): Text | undefined {
  switch (column) {
    case 'consent':
    case 'question':
    case 'list':
      return policy.consents?.[key]?.title
    case 'event':
      return policy.events[key]?.clause
    case 'purpose':
      return policy.purposes[key]?.title
    case 'category':
      return policy.categories[key]?.title
    case 'kind':
    case 'mail':
      return policy.mails?.[key]?.title
    case 'ground':
      return holdWords[key]
    case 'state':
    case 'direction':
    case 'outcome':
      return valueWords[key]
    default:
      return undefined
  }
}

/** What becomes of a category of a record, with the real dates: sentences. */
export function fateInWords(content: Said, fate: CategoryFate): string[] {
  const { language, policy } = content
  const say = (text: Text, values: Readonly<Record<string, string>> = {}) => fill(text, language, values)
  const when = (at: Date) => timeInWords(content, at)
  if (fate.state === 'gone') return [say(fateWords.gone)]
  const kept = fate.kept.flatMap((ground): string[] => {
    if (ground.kind === 'hold')
      return [
        say(fateWords.hold, {
          ground: holdWords[ground.ground]?.[language] ?? ground.ground,
          when: when(ground.reviewBy),
        }),
      ]
    const law = ground.kind === 'minimum' ? (policy.laws?.[ground.law]?.title[language] ?? ground.law) : null
    return law === null ? [] : [say(fateWords.minimum, { law })]
  })
  const end =
    fate.until === null
      ? rulesInWords(content, fate).map((rule) => say(fateWords.open, { rule }))
      : [say(fateWords.goes, { when: when(fate.until) })]
  return [
    say(fate.state === 'in-use' ? fateWords.inUse : fateWords.restricted),
    ...(fate.restrictedSince === null ? [] : [say(fateWords.restrictedSince, { when: when(fate.restrictedSince) })]),
    ...kept,
    ...end,
    ...(fate.deletedBy === null ? [] : [say(fateWords.deletedBy, { when: when(fate.deletedBy) })]),
  ]
}

/** What ends a category, where that has no date yet. */
function rulesInWords({ policy, language }: Said, { kept }: CategoryFate): string[] {
  return kept.flatMap((ground) => {
    const rule = ground.kind === 'processing' ? policy.processings[ground.processing]?.retention : undefined
    return rule === undefined ? [] : [retentionInWords(rule, policy.events, language)]
  })
}
