import { localeOf, type Language, type Text } from '@samtale/policy'
import { markup, type Markup, type Page } from '../../pages/index.ts'
import { roomWords } from './room-words.ts'

export const assets = markup`<link rel="stylesheet" href="/rooms.css"><script type="module" src="/rooms.js"></script>`

/** The page of a room's hosts. */
export function roomPage(name: string, part = ''): string {
  return `/rooms/${encodeURIComponent(name)}${part}`
}

export function timeMarkup(at: Date, language: Language, timeZone: string): Markup {
  const time = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return markup`<time datetime="${at.toISOString()}">${time.format(at)}</time>`
}

/** A form that is one button. */
export function press({ action, language, label, about, plain = true, hidden = {} }: PressOptions): Markup {
  const fields = Object.entries(hidden).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  )
  return markup`<form method="post" action="${action}?lang=${language}" class="press">${fields}<button type="submit" ${plain && markup`class="plain"`} ${about !== undefined && markup`aria-label="${label[language]}: ${about}"`}>${label[language]}</button></form>`
}

interface PressOptions {
  readonly action: string
  readonly language: Language
  readonly label: Text
  /** What it is about, where a page has several that are called the same. */
  readonly about?: string
  readonly plain?: boolean
  readonly hidden?: Readonly<Record<string, string>>
}

/** What somebody sees who comes to a room that is there no more. */
export function closedPage(status: 'gone' | 'ended', language: Language): Page {
  const title = (status === 'gone' ? roomWords.goneTitle : roomWords.endedTitle)[language]
  const text = (status === 'gone' ? roomWords.gone : roomWords.endedText)[language]
  const body = markup`<div class="page"><h1>${title}</h1><p role="status" class="lead">${text}</p>
<p><a class="button" href="/">${roomWords.startPage[language]}</a></p></div>`
  return { title, body, status: 410 }
}
