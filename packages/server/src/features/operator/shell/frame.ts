import type { Language } from '@samtale/policy'
import { markup, type Markup, type Page } from '../../pages/index.ts'
import { shellWords as words } from './words.ts'

export type Place = keyof typeof places

/** Every page that the menu leads to. */
const places = {
  overview: '/admin',
  people: '/admin/people',
  organisations: '/admin/organisations',
  rooms: '/admin/rooms',
  calls: '/admin/calls',
  reports: '/admin/reports',
  suspensions: '/admin/suspensions',
  mail: '/admin/mail',
  health: '/admin/health',
  log: '/admin/audit',
  privacy: '/admin/privacy',
  requests: '/admin/privacy/requests',
  records: '/admin/privacy/records',
  handOver: '/admin/privacy/people',
  holds: '/admin/privacy/holds',
  breaches: '/admin/privacy/breaches',
  disclosures: '/admin/privacy/disclosures',
  policy: '/admin/privacy/policy',
  retention: '/admin/privacy/retention',
} as const

const general = [
  'overview',
  'people',
  'organisations',
  'rooms',
  'calls',
  'reports',
  'suspensions',
  'mail',
  'health',
  'log',
] as const satisfies readonly Place[]
const desk = [
  'privacy',
  'requests',
  'records',
  'handOver',
  'holds',
  'breaches',
  'disclosures',
  'policy',
  'retention',
] as const satisfies readonly Place[]

export interface Frame {
  readonly language: Language
  /** Which page of the menu it is, or belongs to. */
  readonly here: Place
  readonly title: string
  readonly lead?: string | undefined
  /** The page that this one is under. */
  readonly back?: { readonly href: string; readonly label: string } | undefined
  /** What was just done. */
  readonly done?: string | null | undefined
  /** What was just refused, and why. */
  readonly refused?: string | null | undefined
  readonly status?: number | undefined
}

/** A page for operators: the menu, and what it is about. */
export function adminPage(frame: Frame, content: Markup | readonly Markup[]): Page {
  const { language, here, title, lead, back, done = null, refused = null, status } = frame
  const body = markup`<link rel="stylesheet" href="/operator.css"><div class="page admin">
<nav class="rail" aria-label="${words.menu[language]}">${menu(here, language)}</nav>
<details class="drawer"><summary>${words.open[language]} · ${words[here][language]}</summary><nav aria-label="${words.menu[language]}">${menu(here, language)}</nav></details>
<div class="desk">
${back !== undefined && markup`<p class="up"><a href="${back.href}?lang=${language}">${back.label}</a></p>`}
<h1>${title}</h1>
${lead !== undefined && markup`<p class="lead">${lead}</p>`}
${done !== null && markup`<p class="notice" role="status">${words.done[language]} ${done}</p>`}
${refused !== null && markup`<div class="summary" role="alert"><h2>${words.refused[language]}</h2><p>${refused}</p></div>`}
${content}
</div></div>`
  return { title, body, ...(status === undefined ? {} : { status }) }
}

function menu(here: Place, language: Language): Markup {
  const list = (keys: readonly Place[]) =>
    keys.map(
      (key) =>
        markup`<li><a href="${places[key]}?lang=${language}" ${key === here && markup`aria-current="page"`}>${words[key][language]}</a></li>`,
    )
  return markup`<ul>${list(general)}</ul><p class="part">${words.privacyPart[language]}</p><ul>${list(desk)}</ul>`
}
