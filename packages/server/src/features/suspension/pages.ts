import { localeOf, type Language } from '@samtale/policy'
import type { OrganisationRole } from '../../platform/http/routes.ts'
import { reveal } from '../../platform/personal.ts'
import { form, markup, type Markup, type Page, type Wrong } from '../pages/index.ts'
import type { OpenedSuspension } from './suspensions.ts'
import type { TargetKind } from './tables.ts'
import { appealWords as words } from './words.ts'

export type Target = readonly [kind: TargetKind, id: string]

/** Where it is said why something is closed, and appealed. */
export function addressOf([kind, id]: Target): string {
  if (kind === 'account') return '/appeal'
  return kind === 'room' ? `/rooms/${encodeURIComponent(id)}/appeal` : `/organisations/${id}/appeal`
}

export interface Around {
  readonly target: Target
  /** In the organisation that it is about; null where it is about something else. */
  readonly role: OrganisationRole | null
  readonly language: Language
  readonly timeZone: string
  readonly text?: string
  readonly wrong?: Wrong
}

const wordsFor = {
  account: {
    title: words.closedTitle,
    since: words.since,
    hint: words.hint,
    open: words.open,
    keep: words.keep,
  },
  organisation: {
    title: words.organisationTitle,
    since: words.organisationSince,
    hint: words.organisationHint,
    open: words.organisationOpen,
    keep: words.organisationKeep,
  },
  room: {
    title: words.roomTitle,
    since: words.roomSince,
    hint: words.organisationHint,
    open: words.roomOpen,
    keep: words.roomKeep,
  },
} as const

/** That nothing is closed. */
export function openPage({ target: [kind], language }: Around): Page {
  const title = words.appeal[language]
  return {
    title,
    body: markup`<div class="page"><h1>${title}</h1><p role="status">${wordsFor[kind].open[language]}</p></div>`,
  }
}

/** What is closed, why, what is kept; and the appeal, for those whose it is. */
export function appealPage(suspension: OpenedSuspension, around: Around): Page {
  const { target, role, language, timeZone, wrong } = around
  const [kind] = target
  const said = wordsFor[kind]
  const title = said.title[language]
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone })
  const decides = kind !== 'organisation' || role === 'owner' || role === 'admin'
  const body = markup`<div class="page"><h1>${title}</h1>
<p class="lead">${said.since[language].replace('{day}', day.format(suspension.placed_at))}</p>
${decides ? whyAndAppeal(suspension, around) : markup`<p>${words.organisationMember[language]}</p>`}
<h2>${words.rights[language]}</h2><p>${said.keep[language]}</p>
<ul>${rights(target, role, language)}</ul></div>`
  return { title, body, ...(wrong === undefined ? {} : { status: 422 }) }
}

function whyAndAppeal({ reason, appeals }: OpenedSuspension, { target, language, text = '', wrong }: Around): Markup {
  const [kind] = target
  const answer = appeals[0]?.answer ?? null
  const appeal = appeals.some(({ decided_at }) => decided_at === null)
    ? markup`<p class="notice" role="status">${words.waits[language]}</p>`
    : form({
        action: addressOf(target),
        language,
        fields: [{ name: 'text', label: words.text, hint: wordsFor[kind].hint, kind: 'long', longest: 10_000 }],
        submit: words.send,
        sent: { text },
        ...(wrong === undefined ? {} : { wrong }),
      })
  return markup`<h2>${words.why[language]}</h2><p>${reason === null ? '–' : reveal(reason)}</p>
${answer !== null && markup`<h2>${words.answer[language]}</h2><p>${reveal(answer)}</p>`}
<h2>${words.appeal[language]}</h2>${appeal}`
}

function rights([kind, id]: Target, role: OrganisationRole | null, language: Language): Markup[] {
  const way = (path: string, label: string) => markup`<li><a href="${path}?lang=${language}">${label}</a></li>`
  const fetch = way('/account/export', words.export[language])
  if (kind === 'account') return [fetch, way('/account/delete', words.delete[language])]
  if (kind === 'room') return [fetch, way(`/rooms/${encodeURIComponent(id)}/delete`, words.deleteRoom[language])]
  const own = [fetch, way(`/organisations/${id}/leave`, words.leave[language])]
  return role === 'owner' ? [...own, way(`/organisations/${id}/delete`, words.deleteOrganisation[language])] : own
}
