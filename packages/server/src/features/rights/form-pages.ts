import type { Language, Policy } from '@samtale/policy'
import { reveal } from '../../platform/personal.ts'
import {
  form,
  markup,
  type Field,
  type FooterLink,
  type Markup,
  type Page,
  type Sent,
  type Wrong,
} from '../pages/index.ts'
import { authorityFor } from './authority.ts'
import type { OpenedClaim } from './claims.ts'
import { rightKinds, scopesOf, type RightKind } from './kinds.ts'
import { isAwake } from './options.ts'
import { pageWords as words } from './page-words.ts'
import { fill, rightWords, scopeWords } from './words.ts'

/** What the pages of requests look like, beside what all pages do. */
export const stylesheet = markup`<link rel="stylesheet" href="/rights.css">`

const fields: readonly Field[] = [
  {
    name: 'right',
    label: words.right,
    kind: 'radio',
    choices: rightKinds.map((value) => ({ value, label: rightWords[value].want, hint: rightWords[value].hint })),
  },
  { name: 'email', label: words.address, hint: words.addressHint, kind: 'email', autocomplete: 'email', longest: 254 },
  { name: 'wish', label: words.wish, hint: words.wishHint, kind: 'long', optional: true },
]

/** What pages link to at their foot: nothing while the policy takes no requests. */
export function rightsLinks(policy: Pick<Policy, 'processings'>): FooterLink[] {
  return isAwake(policy) ? [{ href: '/rights', label: words.title }] : []
}

interface FormState {
  readonly sent?: Sent
  readonly wrong?: Wrong
  readonly status?: number
}

export function rightsPage(policy: Policy, language: Language, { status, ...state }: FormState = {}): Page {
  const title = words.title[language]
  const asked = form({ action: '/rights', language, fields, submit: words.send, ...state })
  const address = policy.controller?.privacyContact
  const body = markup`${stylesheet}<div class="page rights"><h1>${title}</h1><p class="lead">${words.lead[language]}</p>
${asked}
${address !== undefined && markup`<p>${fill(words.byMail, language, { address })}</p>`}
${complaint(policy, language)}
<p class="hint"><a href="/privacy?lang=${language}">${words.privacy[language]}</a></p></div>`
  return { title, body, ...(status === undefined ? {} : { status }) }
}

/** Where one can complain, said on every page of a request (GDPR art. 13(2)(d), 77). */
export function complaint(policy: Policy, language: Language): Markup | null {
  const authority = authorityFor(policy, language)
  if (authority === null) return null
  return markup`<p>${words.complain[language]} <a href="${authority.url}" rel="noreferrer">${authority.name}</a>.</p>`
}

/** The same for every address, known or not. */
export function checkMailPage(language: Language): Page {
  const title = words.checkTitle[language]
  const body = markup`${stylesheet}<div class="page rights" role="status"><h1>${title}</h1><p>${words.check[language]}</p>
<p class="hint">${words.checkAgain[language]}</p></div>`
  return { title, body }
}

/** What was asked for, whole, and the button that confirms it. */
export function confirmPage(
  { claim, address, wish }: OpenedClaim,
  state: { readonly language: Language; readonly token: string; readonly wrong?: boolean },
): Page {
  const { language, token, wrong = false } = state
  const { kind } = claim
  const title = words.confirmTitle[language]
  const sure = form({
    action: '/rights/confirm',
    language,
    fields: scopeFields(kind),
    submit: words.confirm,
    hidden: { t: token },
    ...(wrong ? { wrong: { scope: words.scopeWrong } } : {}),
  })
  const body = markup`${stylesheet}<div class="page rights"><h1>${title}</h1>
<p class="lead">${rightWords[kind].want[language]}</p><p>${rightWords[kind].hint[language]}</p>
<dl class="asked"><div><dt>${words.confirmFor[language]}</dt><dd>${reveal(address)}</dd></div>
${wish !== null && markup`<div><dt>${words.confirmWish[language]}</dt><dd class="wish">${reveal(wish)}</dd></div>`}</dl>
${kind === 'erasure' && markup`<p>${words.confirmErasure[language]}</p>`}
${sure}
<p class="hint">${words.notMe[language]}</p></div>`
  return { title, body, ...(wrong ? { status: 422 } : {}) }
}

function scopeFields(kind: RightKind): Field[] {
  const scopes = scopesOf(kind)
  if (scopes.length === 0) return []
  const choices = scopes.map((value) => ({ value, label: scopeWords[value] }))
  return [{ name: 'scope', label: kind === 'objection' ? words.against : words.ground, kind: 'radio', choices }]
}

/** A button that confirms a new address. */
export function newAddressPage(state: { language: Language; token: string; address: string }): Page {
  const { language, token, address } = state
  const title = words.newAddressTitle[language]
  const sure = form({
    action: '/rights/new-address',
    language,
    fields: [],
    submit: words.confirmAddress,
    hidden: { t: token },
  })
  const said = fill(words.newAddress, language, { address })
  return { title, body: markup`${stylesheet}<div class="page rights"><h1>${title}</h1><p>${said}</p>${sure}</div>` }
}

export function newAddressTakenPage(language: Language): Page {
  return message(words.newAddressTitle[language], words.newAddressDone[language])
}

export function gonePage(language: Language): Page {
  return { ...message(words.goneTitle[language], words.gone[language]), status: 410 }
}

function message(title: string, text: string): Page {
  return {
    title,
    body: markup`${stylesheet}<div class="page rights"><h1>${title}</h1><p role="status">${text}</p></div>`,
  }
}
