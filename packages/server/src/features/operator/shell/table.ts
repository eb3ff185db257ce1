import { localeOf, type Language, type Text } from '@samtale/policy'
import { markup, type Markup } from '../../pages/index.ts'
import { fill, shellWords as words } from './words.ts'

type Cell = Markup | string | number | null

export interface Table {
  readonly language: Language
  /** What the table is of, for those who hear it. */
  readonly caption: string
  readonly columns: readonly Text[]
  readonly rows: readonly (readonly Cell[])[]
  /** What is said where there is nothing, and what to do. */
  readonly empty: string
}

/** A table that on a phone is a list: each cell with the name of its column. */
export function table({ language, caption, columns, rows, empty }: Table): Markup {
  if (rows.length === 0) return markup`<p class="empty">${empty}</p>`
  const head = columns.map((column) => markup`<th scope="col">${column[language]}</th>`)
  const cell = (content: Cell, index: number) =>
    markup`<td data-label="${columns[index]?.[language] ?? ''}">${content}</td>`
  return markup`<table class="list"><caption class="unseen">${caption}</caption><thead><tr>${head}</tr></thead>
<tbody>${rows.map((row) => markup`<tr>${row.map(cell)}</tr>`)}</tbody></table>`
}

export type Mark = 'calm' | 'good' | 'attention' | 'danger'

/** A word about how something stands. */
export function mark(kind: Mark, text: string): Markup {
  return markup`<span class="mark mark-${kind}">${text}</span>`
}

/** A time, as people write it, and as programs do. */
export function time(at: Date | string | null, language: Language, timeZone: string): Markup | string {
  if (at === null) return '–'
  const date = typeof at === 'string' ? new Date(at) : at
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const
  const said = new Intl.DateTimeFormat(localeOf(language), style).format(date)
  return markup`<time datetime="${date.toISOString()}">${said}</time>`
}

/** A day, as people write it. */
export function day(at: Date | string | null, language: Language, timeZone: string): Markup | string {
  if (at === null) return '–'
  const date = typeof at === 'string' ? new Date(at) : at
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone })
  return markup`<time datetime="${date.toISOString()}">${format.format(date)}</time>`
}

/** Facts by their names. */
export function facts(pairs: readonly (readonly [string, Cell | readonly Markup[]] | null)[]): Markup {
  const rows = pairs.flatMap((pair) =>
    pair === null ? [] : [markup`<div><dt>${pair[0]}</dt><dd>${pair[1]}</dd></div>`],
  )
  return markup`<dl class="facts">${rows}</dl>`
}

/** A page of a long list; what is asked for beyond it is the last. */
export interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly page: number
  readonly pages: number
}

export const pageSize = 25

export function pageOf<Item>(all: readonly Item[], asked: number): PageOf<Item> {
  const pages = Math.max(1, Math.ceil(all.length / pageSize))
  const page = Math.min(Math.max(1, asked), pages)
  return { items: all.slice((page - 1) * pageSize, page * pageSize), page, pages }
}

/** The number of a page as it was asked for, from 1. */
export function askedPage(query: URLSearchParams): number {
  const page = query.get('page') ?? '1'
  return /^\d{1,6}$/.test(page) ? Number(page) : 1
}

/** Links to the pages before and after; nothing, where there is one. */
export function pager(
  { page, pages }: Pick<PageOf<unknown>, 'page' | 'pages'>,
  { href, query, language }: { href: string; query: URLSearchParams; language: Language },
): Markup | null {
  if (pages <= 1) return null
  const to = (number: number): string => {
    const other = new URLSearchParams(query)
    other.set('page', String(number))
    other.set('lang', language)
    return `${href}?${other.toString()}`
  }
  return markup`<nav class="pager" aria-label="${words.pages[language]}">
${page > 1 && markup`<a rel="prev" href="${to(page - 1)}">${words.earlier[language]}</a>`}
<span>${fill(words.pageOf[language], { page, pages })}</span>
${page < pages && markup`<a rel="next" href="${to(page + 1)}">${words.later[language]}</a>`}</nav>`
}
