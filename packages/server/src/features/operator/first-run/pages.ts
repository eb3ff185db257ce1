import type { Language } from '@samtale/policy'
import { form, markup, type Field, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import { fill } from '../shell/words.ts'
import { firstRunWords as words } from './words.ts'

interface State {
  readonly language: Language
  readonly sent?: Sent
  readonly wrong?: Wrong
  readonly status?: number
}

/** Who wants to run the installation. */
export function addressPage({ language, secret, ...state }: State & { readonly secret: string }): Page {
  const fields: Field[] = [
    { name: 'email', label: words.email, hint: words.emailHint, kind: 'email', autocomplete: 'email', longest: 254 },
  ]
  const given = form({ action: '/first-run', language, fields, submit: words.send, hidden: { k: secret }, ...state })
  const title = words.title[language]
  const body = markup`<div class="page"><h1>${title}</h1><p class="lead">${words.lead[language]}</p>${given}</div>`
  return { title, body, ...statusOf(state) }
}

/** The code that was sent to them. */
export function codePage({
  language,
  secret,
  address,
  ...state
}: State & { readonly secret: string; readonly address: string }): Page {
  const given = form({
    ...{ action: '/first-run/code', language, submit: words.goOn, hidden: { k: secret, email: address } },
    fields: [{ name: 'code', label: words.code, kind: 'text', autocomplete: 'one-time-code', longest: 12 }],
    ...state,
  })
  const title = words.codeTitle[language]
  const body = markup`<div class="page"><h1>${title}</h1><p class="lead">${fill(words.codeLead[language], { address })}</p>
<p class="hint">${words.outbox[language]}</p>${given}</div>`
  return { title, body, ...statusOf(state) }
}

export function gonePage(language: Language): Page {
  const title = words.goneTitle[language]
  const body = markup`<div class="page"><h1>${title}</h1><p role="status">${words.gone[language]}</p>
<p><a class="button" href="/sign-in?lang=${language}&next=/admin">${words.signIn[language]}</a></p></div>`
  return { title, body, status: 410 }
}

/** Fields of who answers, in the order in which the policy page names them. */
export const controllerFields = [
  { name: 'name', label: words.name, hint: words.nameHint, kind: 'text', autocomplete: 'organization', longest: 200 },
  { name: 'address', label: words.address, kind: 'text', autocomplete: 'street-address', longest: 200 },
  { name: 'country', label: words.country, hint: words.countryHint, kind: 'text', autocomplete: 'country', longest: 2 },
  { name: 'email', label: words.contact, kind: 'email', longest: 200 },
  { name: 'privacyContact', label: words.privacyContact, kind: 'email', longest: 200 },
  { name: 'phone', label: words.phone, kind: 'text', optional: true, longest: 200 },
  { name: 'organisationNumber', label: words.number, kind: 'text', optional: true, longest: 200 },
  { name: 'officerName', label: words.officerName, kind: 'text', optional: true, longest: 200 },
  { name: 'officerEmail', label: words.officerEmail, kind: 'email', optional: true, longest: 200 },
] as const satisfies readonly Field[]

export function controllerPage({ language, ...state }: State): Page {
  const title = words.controllerTitle[language]
  const given = form({
    ...{ action: '/first-run/controller', language, fields: controllerFields, submit: words.save },
    ...state,
  })
  const body = markup`<div class="page"><h1>${title}</h1><p class="lead">${words.controllerLead[language]}</p>${given}</div>`
  return { title, body, ...statusOf(state) }
}

export function donePage(name: string, language: Language): Page {
  const title = words.doneTitle[language]
  const body = markup`<div class="page"><h1>${title}</h1><p role="status">${fill(words.done[language], { name })}</p>
<p><a class="button" href="/admin?lang=${language}">${words.toAdmin[language]}</a></p></div>`
  return { title, body }
}

function statusOf({ status }: Pick<State, 'status'>): { status: number } | object {
  return status === undefined ? {} : { status }
}
