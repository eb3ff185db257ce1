import { localeOf, type Language } from '@samtale/policy'
import type { Certificate, GoneItem, StaysGround, StaysItem } from './certificate.ts'
import { exceptions, words } from './words.ts'

/** A certificate as it is read: what is said first, and parts with a heading, of points and what is said of each. */
export interface CertificateInWords {
  readonly title: string
  readonly lead: readonly string[]
  readonly parts: readonly CertificatePart[]
}

export interface CertificatePart {
  readonly title: string
  readonly said: readonly string[]
  readonly points: readonly { readonly what: string; readonly why: readonly string[] }[]
}

type Values = Readonly<Record<string, string | number>>

/** Says what a certificate says; what it is about is in the certificate, so nothing else is needed. */
export function certificateInWords(certificate: Certificate, language: Language): CertificateInWords {
  const { installation, askedAt, doneAt, gone, stays } = certificate
  const say = (key: keyof typeof words, values: Values = {}) => fill(words[key][language], values)
  const day = (instant: string) => dayIn(certificate, instant, language)
  const who = installation.controller ?? new URL(installation.url).host
  return {
    title: say('title'),
    lead: [say('from', { who, url: installation.url }), say('when', { asked: day(askedAt), done: day(doneAt) })],
    parts: [
      {
        title: say('gone'),
        said: gone.length === 0 ? [say('nothingGone')] : [],
        points: together(gone).map((item) => goneInWords(item, language)),
      },
      {
        title: say('stays'),
        said: stays.length === 0 ? [say('nothingStays')] : [],
        points: stays.map((item) => staysInWords(item, language, day)),
      },
      ...copiesInWords(certificate, language),
      { title: say('check'), said: checkInWords(certificate, language), points: [] },
    ],
  }
}

/** The same as plain text, for a mail. */
export function certificateAsText(certificate: Certificate, language: Language): string {
  const { title, lead, parts } = certificateInWords(certificate, language)
  const blocks = parts.map(({ title: heading, said, points }) => {
    const lines = points.flatMap(({ what, why }) => [`- ${what}`, ...why.map((one) => `  ${one}`)])
    return [heading.toLocaleUpperCase(language), ...said, ...lines].join('\n')
  })
  return [title, ...lead, ...blocks.flatMap((block) => ['', block])].join('\n')
}

function goneInWords({ title, outcome, records, tables }: GoneItem, language: Language) {
  const what = fill(words[outcome][language], { what: title[language], count: records })
  const rows = tables.map(({ table, rows: count }) => `${table} ${count}`).join(', ')
  return { what, why: [fill(words.rows[language], { rows })] }
}

/** Of which kind of records something was, tells a reader nothing. */
function together(gone: readonly GoneItem[]): GoneItem[] {
  const groups = Map.groupBy(gone, ({ category, outcome }) => `${category} ${outcome}`)
  return [...groups.values()].flatMap((items): GoneItem[] => {
    const [first] = items
    if (first === undefined) return []
    const tables = Map.groupBy(
      items.flatMap((item) => item.tables),
      ({ table }) => table,
    )
    const rowsOf = (ones: GoneItem['tables']) => ones.reduce((sum, { rows }) => sum + rows, 0)
    return [
      {
        ...first,
        records: items.reduce((sum, { records }) => sum + records, 0),
        tables: [...tables].map(([table, ones]) => ({
          table,
          rows: rowsOf(ones),
          sealed: ones.every((one) => one.sealed),
        })),
      },
    ]
  })
}

function staysInWords(item: StaysItem, language: Language, day: (instant: string) => string) {
  const { title, records, state, grounds, until, deletedBy } = item
  const what = fill(words.kept[language], { what: title[language], count: records })
  const reviewed = grounds.some(({ reviewBy }) => reviewBy !== null)
  const end =
    until === null
      ? words.noEnd[language]
      : fill(words.until[language], { day: day(until), by: day(deletedBy ?? until) })
  const why = [
    ...grounds.flatMap((ground) => groundInWords(ground, language, day)),
    ...(state === 'restricted' ? [words.restricted[language]] : []),
    ...(until === null && reviewed ? [] : [end]),
  ]
  return { what, why }
}

function groundInWords(ground: StaysGround, language: Language, day: (instant: string) => string): string[] {
  const { kind, law, exception, reviewBy } = ground
  const named = law === null ? [] : [fill(words[kind === 'law' ? 'law' : 'duty'][language], { law: law[language] })]
  const article =
    exception === null ? [] : [fill(words.exception[language], { article: exceptions[exception][language] })]
  const again = reviewBy === null ? [] : [fill(words.review[language], { day: day(reviewBy) })]
  if (kind === 'restriction') return [words.asked[language]]
  if (kind === 'other') return [words.other[language]]
  return [...named, ...article, ...again]
}

function copiesInWords(certificate: Certificate, language: Language): CertificatePart[] {
  const { gone, copies } = certificate
  const sealed = gone.some(({ tables }) => tables.some((one) => one.sealed))
  const plain = gone.filter(({ tables }) => tables.some((one) => !one.sealed)).map(({ title }) => title[language])
  if (gone.length === 0) return []
  const day = dayIn(certificate, copies.unreadableFrom, language)
  const said = [
    ...(sealed ? [fill(words.sealed[language], { day })] : []),
    ...(plain.length === 0 ? [] : [fill(words.plain[language], { what: plain.join(', ') })]),
  ]
  return [{ title: words.copies[language], said, points: [] }]
}

function checkInWords({ installation: { url }, ledger }: Certificate, language: Language): string[] {
  const entries = fill(words.entries[language], { entries: ledger.entries.join(', ') })
  return [fill(words.signature[language], { url }), ...(ledger.entries.length === 0 ? [] : [entries])]
}

function dayIn({ timeZone }: Pick<Certificate, 'timeZone'>, instant: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone }).format(new Date(instant))
}

function fill(text: string, values: Values): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
