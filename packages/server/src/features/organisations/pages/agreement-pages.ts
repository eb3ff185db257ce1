import type { Language } from '@samtale/policy'
import { reveal } from '../../../platform/personal.ts'
import { form, markup, type Field, type Markup, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import { versionInWords, type AgreementSection } from '../agreement/agreement-text.ts'
import type { Agreement, AgreementState } from '../agreement/agreements.ts'
import type { Organisation } from '../organisation.ts'
import { mayDo } from '../role-policy.ts'
import { fill } from '../words.ts'
import { agreementPageWords as words } from './agreement-page-words.ts'
import { day, organisationPage, plainPage, type Frame } from './frame.ts'

export interface AgreementPageState {
  readonly frame: Omit<Frame, 'section' | 'title'>
  readonly organisation: Organisation
  readonly operator: string
  readonly state: AgreementState
  readonly version: string
  /** Whether whoever runs the service has said who they are. */
  readonly isNamed: boolean
  readonly sections: readonly AgreementSection[]
  readonly history: readonly Agreement[]
  readonly timeZone: string
  readonly sent?: Sent
  readonly wrong?: Wrong
}

/** How the agreement stands, what it says, and accepting it. */
export function agreementPage(state: AgreementPageState): Page {
  const { frame, organisation, history, timeZone, version, wrong = {} } = state
  const { language, role } = frame
  const path = `/organisations/${organisation.id}/agreement`
  const past = history.map(
    ({ at, name, title, version: hash }) =>
      markup`<li><div class="who"><strong>${reveal(name)}</strong><span class="soft">${reveal(title)}</span></div>
<div class="facts"><span class="soft">${day(at, language, timeZone)}</span><a href="${path}/text?lang=${language}&version=${hash}">${words.version[language]} ${versionInWords(hash)}</a></div></li>`,
  )
  return organisationPage(
    { ...frame, section: 'agreement', lead: words.lead, ...(Object.keys(wrong).length > 0 ? { status: 422 } : {}) },
    markup`${standing(state)}
<details class="entry text" ${state.state !== 'accepted' && markup`open`}><summary><strong>${words.text[language]}</strong> <span class="soft">${words.version[language]} ${versionInWords(version)}</span></summary><div class="agreement">${sectionsMarkup(state.sections)}</div></details>
<p class="links"><a href="${path}/text?lang=${language}&version=${version}">${words.print[language]}</a></p>
${state.state !== 'accepted' && acceptance(state, mayDo(role, { action: 'accept-agreement' }))}
${past.length > 0 && markup`<section aria-labelledby="history"><h2 id="history">${words.history[language]}</h2><ul class="rows">${past}</ul></section>`}`,
  )
}

function standing({ frame: { language }, state, history, timeZone }: AgreementPageState): Markup {
  const [last] = history
  const when = last === undefined ? '' : day(last.at, language, timeZone)
  const who = last === undefined ? '' : reveal(last.name)
  const kind = state === 'accepted' ? 'good' : 'open'
  const detail = state === 'accepted' ? markup`<p>${who}, ${when}</p>` : markup`<p>${words.detail[state][language]}</p>`
  return markup`<div class="standing-box standing-${kind}"><p><strong>${words.state[state][language]}</strong></p>${detail}</div>`
}

function acceptance({ frame, organisation, version, isNamed, sent, wrong }: AgreementPageState, may: boolean): Markup {
  const { language } = frame
  const settings = `/organisations/${organisation.id}/settings?lang=${language}`
  if (!isNamed) return markup`<p class="empty">${words.operatorFirst[language]}</p>`
  if (!may) return markup`<p class="empty">${words.onlyOwners[language]}</p>`
  if (reveal(organisation.legalName) === '' || reveal(organisation.privacyContact) === '')
    return markup`<div class="empty"><p>${words.nameFirst[language]}</p><p class="buttons"><a class="button" href="${settings}">${words.toSettings[language]}</a></p></div>`
  const fields: Field[] = [
    { name: 'name', label: words.name, kind: 'text', autocomplete: 'name', longest: 120 },
    {
      name: 'position',
      label: words.position,
      hint: words.positionHint,
      kind: 'text',
      autocomplete: 'organization-title',
      longest: 120,
    },
    {
      name: 'authority',
      label: words.authority,
      kind: 'check',
      choices: [{ value: 'yes', label: words.authorityText }],
    },
  ]
  return markup`<section aria-labelledby="accept"><h2 id="accept">${fill(words.acceptTitle[language], { name: reveal(organisation.legalName) })}</h2>
<p>${words.acceptLead[language]}</p>${form({ action: `/organisations/${organisation.id}/agreement`, language, fields, submit: words.accept, hidden: { version }, ...(sent === undefined ? {} : { sent }), ...(wrong === undefined ? {} : { wrong }) })}</section>`
}

/** The text alone, for paper. */
export function agreementTextPage(state: {
  readonly language: Language
  readonly organisation: Organisation
  readonly operator: string
  readonly version: string
  readonly sections: readonly AgreementSection[]
  readonly accepted: Agreement | null
  readonly timeZone: string
}): Page {
  const { language, organisation, operator, version, sections, accepted, timeZone } = state
  const row = (term: string, value: Markup | string) => markup`<div><dt>${term}</dt><dd>${value}</dd></div>`
  const legal = reveal(organisation.legalName) === '' ? reveal(organisation.name) : reveal(organisation.legalName)
  return plainPage(
    { title: words.title[language], language },
    markup`<dl class="sheet">${row(words.controller[language], legal)}${row(words.contact[language], reveal(organisation.privacyContact))}${row(words.processor[language], operator)}${row(words.version[language], versionInWords(version))}
${accepted !== null && row(words.acceptedBy[language], markup`${reveal(accepted.name)}, ${reveal(accepted.title)}, ${day(accepted.at, language, timeZone)}`)}</dl>
<div class="agreement">${sectionsMarkup(sections)}</div>
<p class="links"><a href="/organisations/${organisation.id}/agreement?lang=${language}">${words.back[language]}</a></p>`,
  )
}

function sectionsMarkup(sections: readonly AgreementSection[]): Markup[] {
  return sections.map(({ heading, paragraphs, items, after }, index) => {
    const text = (all: readonly string[]) => all.map((one) => markup`<p>${one}</p>`)
    const list = items.length > 0 && markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`
    return markup`<section><h2>${index + 1}. ${heading}</h2>${text(paragraphs)}${list}${text(after)}</section>`
  })
}
