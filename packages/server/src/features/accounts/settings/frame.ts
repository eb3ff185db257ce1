import { localeOf, type Language, type Text } from '@samtale/policy'
import { markup, type Markup, type Page } from '../../pages/index.ts'
import { stylesheetLink } from '../markup.ts'
import type { Kept } from './own-data.ts'
import { settingsWords as words } from './settings-words.ts'

/** The pages of the settings, in the order in which they stand. */
export const sections = {
  profile: '/account',
  security: '/account/security',
  devices: '/account/devices',
  privacy: '/account/privacy',
  export: '/account/export',
  delete: '/account/delete',
} as const
export type SectionName = keyof typeof sections

export interface Frame {
  readonly language: Language
  readonly section: SectionName
  /** Of the page, where it isn't the section's own. */
  readonly title?: Text
  readonly lead?: Text
  /** Said first, once something was done. */
  readonly notice?: Text | null
  /** What was sent isn't right. */
  readonly wrong?: boolean
}

/** A page of the settings: the way to all of them beside what it is about, with the one that is open marked. */
export function settingsPage(frame: Frame, body: Markup): Page {
  const { language, section, title: own = words[section], lead, notice = null, wrong = false } = frame
  const title = own[language]
  const items = Object.entries(sections).map(([name, path]) => {
    const label = words[name as SectionName][language]
    return markup`<li><a href="${path}?lang=${language}" ${name === section && markup`aria-current="page"`}>${label}</a></li>`
  })
  return {
    title,
    body: markup`${stylesheetLink}<div class="page settings">
<nav aria-label="${words.settings[language]}"><ul>${items}</ul></nav>
<div class="account"><h1>${title}</h1>
${lead !== undefined && markup`<p class="lead">${lead[language]}</p>`}
${notice !== null && markup`<p class="notice" role="status">${notice[language]}</p>`}
${body}</div></div>`,
    ...(wrong ? { status: 422 } : {}),
  }
}

/** What of some categories is kept and until when, by the policy in force and by the person's own records. */
export function keptMarkup(
  kept: readonly Kept[],
  { language, timeZone, heading = words.kept }: { language: Language; timeZone: string; heading?: Text | null },
): Markup | null {
  if (kept.length === 0) return null
  const locale = localeOf(language)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  const items = kept.map(({ title, description, rules, until, state }) => {
    const now =
      until !== null &&
      markup`<br>${words.asThingsAre[language]} <time datetime="${until.toISOString()}">${day.format(until)}</time>.`
    const locked = state === 'restricted' && markup`<br>${words.restricted[language]}`
    return markup`<li><h3>${title[language]}</h3><p>${description[language]}</p>
<p class="until">${rules.map((rule, index) => markup`${index > 0 && markup`<br>`}${sentence(rule[language], language)}`)}${now}${locked}</p></li>`
  })
  const list = markup`<ul class="kept">${items}</ul>`
  if (heading === null) return list
  return markup`<section aria-labelledby="kept"><h2 id="kept">${heading[language]}</h2>${list}</section>`
}

/** The policy's own words begin in the middle of a sentence. */
function sentence(text: string, language: Language): string {
  return `${text.slice(0, 1).toLocaleUpperCase(language)}${text.slice(1)}.`
}
