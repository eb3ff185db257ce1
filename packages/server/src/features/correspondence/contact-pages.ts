import type { Language, Policy } from '@samtale/policy'
import { form, markup, type Field, type FooterLink, type Page, type Sent, type Wrong } from '../pages/index.ts'
import { isAwake } from './tickets.ts'
import { words } from './words.ts'
import { longestName } from '../../platform/written.ts'

/**
 * No `maxlength`: browsers cut what is pasted without a word, and count a line's end as one character where forms send
 * two. What is too long is told beside the field.
 */
export const messageField: Field = {
  name: 'message',
  label: words.message,
  hint: words.messageHint,
  kind: 'long',
}

/** What the pages of letters look like, beside what all pages do. */
export const stylesheet = markup`<link rel="stylesheet" href="/contact.css">`

const fields: readonly Field[] = [
  { name: 'email', label: words.address, kind: 'email', autocomplete: 'email', longest: 254 },
  { name: 'name', label: words.name, kind: 'text', optional: true, autocomplete: 'name', longest: longestName },
  messageField,
]

/** What was sent and what is wrong with it, as a form takes them. */
export interface FormState {
  readonly sent?: Sent
  readonly wrong?: Wrong
}

/** What pages link to at their foot: nothing while the policy takes no letters. */
export function contactLinks(policy: Pick<Policy, 'processings'>): FooterLink[] {
  return isAwake(policy) ? [{ href: '/contact', label: words.title }] : []
}

export function contactPage(language: Language, state: FormState & { readonly status?: number } = {}): Page {
  const { status, ...shown } = state
  const asked = form({ action: '/contact', language, fields, submit: words.send, ...shown })
  const body = markup`${stylesheet}<div class="page letters"><h1>${words.title[language]}</h1><p class="lead">${words.lead[language]}</p>
${asked}
<p class="hint"><a href="/privacy?lang=${language}">${words.privacy[language]}</a></p></div>`
  return { title: words.title[language], body, ...(status === undefined ? {} : { status }) }
}

export function thanksPage(language: Language, reference: string): Page {
  const body = markup`${stylesheet}<div class="page letters" role="status"><h1>${words.thanksTitle[language]}</h1>
<p>${words.thanksReference[language]} <strong class="reference">${reference}</strong></p>
<p>${words.thanks[language]}</p></div>`
  return { title: words.thanksTitle[language], body }
}
