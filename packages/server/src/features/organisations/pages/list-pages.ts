import type { Language } from '@samtale/policy'
import { reveal, type Personal } from '../../../platform/personal.ts'
import { form, markup, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import type { Membership } from '../roles.ts'
import { roleWords } from '../words.ts'
import { pager, pageSize, plainPage, searchForm } from './frame.ts'
import { pageWords as words } from './page-words.ts'

type Named = Membership & { readonly name: Personal<string> }

/** The organisations that somebody is in. */
export function listPage(
  all: readonly Named[],
  { language, search, page, query }: { language: Language; search: string; page: number; query: URLSearchParams },
): Page {
  const text = search.toLocaleLowerCase(language)
  const found = all.filter(({ name }) => reveal(name).toLocaleLowerCase(language).includes(text))
  const items = found
    .slice((page - 1) * pageSize, page * pageSize)
    .map(
      ({ organisation, name, role }) =>
        markup`<li><a class="card" href="/organisations/${organisation}?lang=${language}"><strong>${reveal(name)}</strong><span class="badge badge-${role}">${roleWords[role][language]}</span></a></li>`,
    )
  const make = markup`<p class="buttons"><a class="button" href="/organisations/new?lang=${language}">${words.newOne[language]}</a></p>`
  const empty = markup`<div class="empty"><p><strong>${words.none[language]}</strong></p><p>${words.noneHint[language]}</p>${make}</div>`
  if (all.length === 0)
    return plainPage(
      { title: words.organisations[language], language },
      markup`<p class="lead">${words.lead[language]}</p>${empty}`,
    )
  const list =
    items.length === 0
      ? markup`<p class="empty">${words.nothingFound[language]}</p>`
      : markup`<ul class="cards">${items}</ul>`
  const find = all.length > 5 && searchForm('/organisations', { language, search, label: words.findOrganisation })
  return plainPage(
    { title: words.organisations[language], language },
    markup`<p class="lead">${words.lead[language]}</p>${find}${list}${pager('/organisations', { language, query, page, all: found.length })}${make}`,
  )
}

/** Making one. */
export function newPage(language: Language, { sent = {}, wrong = {} }: { sent?: Sent; wrong?: Wrong } = {}): Page {
  const fields = [
    { name: 'name', label: words.name, hint: words.nameHint, kind: 'text', autocomplete: 'organization', longest: 80 },
  ] as const
  return plainPage(
    { title: words.newOne[language], language, ...(Object.keys(wrong).length > 0 ? { status: 422 } : {}) },
    markup`<p class="lead">${words.makeLead[language]}</p>${form({ action: '/organisations/new', language, fields, submit: words.make, sent, wrong })}`,
  )
}
