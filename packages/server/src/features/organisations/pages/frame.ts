import { localeOf, type Language, type Text } from '@samtale/policy'
import type { OrganisationRole } from '../../../platform/http/routes.ts'
import { reveal, type Personal } from '../../../platform/personal.ts'
import { markup, type Markup, type Page } from '../../pages/index.ts'
import { isAtLeast } from '../role-policy.ts'
import { pageWords as words } from './page-words.ts'

export const stylesheetLink = markup`<link rel="stylesheet" href="/organisations.css">`

/** The pages of an organisation, in the order in which they stand, and who sees them. */
const sections = {
  members: { path: '', from: 'member' },
  invitations: { path: '/invitations', from: 'admin' },
  audit: { path: '/audit', from: 'admin' },
  agreement: { path: '/agreement', from: 'admin' },
  // Of features/rooms.
  look: { path: '/look', from: 'admin' },
  settings: { path: '/settings', from: 'admin' },
} as const satisfies Record<string, { path: string; from: OrganisationRole }>
export type SectionName = keyof typeof sections

export interface Frame {
  readonly language: Language
  readonly organisation: string
  readonly name: Personal<string>
  readonly role: OrganisationRole
  readonly section: SectionName
  readonly title?: Text
  readonly lead?: Text
  /** Said first, once something was done or can’t be. */
  readonly notice?: Text | null
  readonly status?: number
}

/** A page of an organisation: its name, the way to its other pages, and what it is about. */
export function organisationPage(frame: Frame, body: Markup): Page {
  const { language, organisation, role, section, title = words[section], lead, notice = null, status } = frame
  const name = reveal(frame.name)
  const items = Object.entries(sections).flatMap(([key, { path, from }]) => {
    if (!isAtLeast(role, from)) return []
    const href = `/organisations/${organisation}${path}?lang=${language}`
    const label = words[key as SectionName][language]
    return [markup`<li><a href="${href}" ${key === section && markup`aria-current="page"`}>${label}</a></li>`]
  })
  return {
    title: `${title[language]} – ${name}`,
    body: markup`${stylesheetLink}<div class="page organisation">
<p class="over"><a href="/organisations?lang=${language}">${words.organisations[language]}</a> <span aria-hidden="true">/</span> ${name}</p>
<h1>${title[language]}</h1>
${items.length > 1 && markup`<nav class="tabs" aria-label="${name}"><ul>${items}</ul></nav>`}
${lead !== undefined && markup`<p class="lead">${lead[language]}</p>`}
${notice !== null && markup`<p class="notice" role="status">${notice[language]}</p>`}
${body}</div>`,
    ...(status === undefined ? {} : { status }),
  }
}

/** A page that is of no one organisation. */
export function plainPage(
  { title, language, status }: { readonly title: string; readonly language: Language; readonly status?: number },
  body: Markup,
): Page {
  return {
    title,
    body: markup`${stylesheetLink}<div class="page organisation" lang="${language}"><h1>${title}</h1>${body}</div>`,
    ...(status === undefined ? {} : { status }),
  }
}

/** A form that is one button. */
export function press(
  action: string,
  {
    language,
    label,
    hidden = {},
    kind = 'plain',
  }: {
    readonly language: Language
    readonly label: Text
    readonly hidden?: Readonly<Record<string, string>>
    readonly kind?: 'plain' | 'main' | 'danger'
  },
): Markup {
  const fields = Object.entries(hidden).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  )
  return markup`<form method="post" action="${action}?lang=${language}" class="press">${fields}<button type="submit" ${kind !== 'main' && markup`class="${kind}"`}>${label[language]}</button></form>`
}

/** A field to search a list by, which stays filled in. */
export function searchForm(
  action: string,
  { language, search, label }: { language: Language; search: string; label: Text },
): Markup {
  return markup`<form method="get" action="${action}" role="search" class="find"><input type="hidden" name="lang" value="${language}">
<label class="unseen" for="find">${label[language]}</label><input type="search" id="find" name="search" value="${search}" placeholder="${label[language]}" maxlength="100"><button type="submit" class="plain">${words.search[language]}</button></form>`
}

/** How many a page of a list has. */
export const pageSize = 25

/** What a request says of a list: which page of it, and what is looked for. */
export function askedOf(url: string): {
  readonly query: URLSearchParams
  readonly page: number
  readonly search: string
} {
  const query = new URLSearchParams(url.split('?')[1] ?? '')
  const page = query.get('page') ?? ''
  return {
    query,
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
    search: (query.get('search') ?? '').trim().slice(0, 100),
  }
}

/** The way to the pages of a list before and after; nothing where there is one. */
export function pager(
  action: string,
  {
    language,
    query,
    page,
    all,
    most = pageSize,
  }: { language: Language; query: URLSearchParams; page: number; all: number; most?: number },
): Markup | null {
  const pages = Math.max(1, Math.ceil(all / most))
  if (pages === 1) return null
  const to = (other: number) => {
    const asked = new URLSearchParams(query)
    asked.set('page', String(other))
    asked.set('lang', language)
    return `${action}?${asked.toString()}`
  }
  const where = words.pageOf[language].replace('{page}', String(page)).replace('{pages}', String(pages))
  return markup`<nav class="pager" aria-label="${words.pages[language]}"><p>${where}</p><ul>
${page > 1 && markup`<li><a class="button plain" rel="prev" href="${to(page - 1)}">${words.before[language]}</a></li>`}
${page < pages && markup`<li><a class="button plain" rel="next" href="${to(page + 1)}">${words.after[language]}</a></li>`}</ul></nav>`
}

/** A day as people write it. */
export function day(date: Date, language: Language, timeZone: string): Markup {
  const locale = localeOf(language)
  const inWords = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(date)
  return markup`<time datetime="${date.toISOString()}">${inWords}</time>`
}

/** A moment as people write it. */
export function moment(date: Date, language: Language, timeZone: string): Markup {
  const locale = localeOf(language)
  const inWords = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(date)
  return markup`<time datetime="${date.toISOString()}">${inWords}</time>`
}
