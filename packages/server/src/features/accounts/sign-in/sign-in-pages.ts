import type { Language, Text } from '@samtale/policy'
import { form, markup, type Field, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import { messagePage, passkeyButton, press, stylesheetLink } from '../markup.ts'
import { words } from './words.ts'

interface State {
  readonly language: Language
  readonly next: string
  readonly sent?: Sent
  readonly wrong?: Wrong
  readonly status?: number
}

const addressField: Field = { name: 'email', label: words.address, kind: 'email', autocomplete: 'email', longest: 254 }
/** Browsers and phones offer to fill it in, and nothing keeps anybody from pasting (WCAG 3.3.8). */
const codeField = (label: Text, longest: number): Field => ({
  name: 'code',
  label,
  kind: 'text',
  autocomplete: 'one-time-code',
  longest,
})

export function signInPage({ language, next, sent, wrong, status }: State & { readonly again?: boolean }): Page {
  const given = form({
    action: '/sign-in',
    language,
    fields: [addressField],
    submit: words.send,
    hidden: { next },
    ...(sent === undefined ? {} : { sent }),
    ...(wrong === undefined ? {} : { wrong }),
  })
  const isAgain = next !== '/account'
  const body = markup`${stylesheetLink}<div class="page"><h1>${words.signIn[language]}</h1>
<p class="lead">${(isAgain ? words.again : words.lead)[language]}</p>
${given}
${passkeyButton('sign-in', { language, label: words.usePasskey, failed: words.passkeyFailed, next })}
${!isAgain && markup`<p class="hint">${words.needless[language]}</p>`}</div>`
  return { title: words.signIn[language], body, ...(status === undefined ? {} : { status }) }
}

export function codePage({ language, next, wrong, status, address }: State & { readonly address: string }): Page {
  const given = form({
    action: '/sign-in/code',
    language,
    fields: [codeField(words.code, 12)],
    submit: words.signIn,
    hidden: { email: address, next },
    ...(wrong === undefined ? {} : { wrong }),
  })
  const again = press('/sign-in', { language, label: words.another[language], hidden: { email: address, next } })
  const body = markup`${stylesheetLink}<div class="page"><h1>${words.codeTitle[language]}</h1>
<p class="lead">${words.codeLead[language]} <strong>${address}</strong></p>
${given}${again}</div>`
  return { title: words.codeTitle[language], body, ...(status === undefined ? {} : { status }) }
}

export function factorPage({ language, next, wrong, status }: State): Page {
  const given = form({
    action: '/sign-in/factor',
    language,
    fields: [codeField(words.factorCode, 20)],
    submit: words.signIn,
    hidden: { next },
    ...(wrong === undefined ? {} : { wrong }),
  })
  const out = press('/sign-out', { language, label: words.signOut[language] })
  const body = markup`${stylesheetLink}<div class="page"><h1>${words.factorTitle[language]}</h1>
<p class="lead">${words.factorLead[language]}</p>
${given}${out}</div>`
  return { title: words.factorTitle[language], body, ...(status === undefined ? {} : { status }) }
}

/** For an account that may not go without a second factor and has none. */
export function factorMissingPage(language: Language): Page {
  return { ...messagePage(words.factorTitle, words.factorMissing, language), status: 403 }
}

export function signOutPage(language: Language): Page {
  const out = press('/sign-out', { language, label: words.signOut[language], plain: false })
  const title = words.signOut[language]
  return { title, body: markup`${stylesheetLink}<div class="page"><h1>${title}</h1>${out}</div>` }
}

export function signedOutPage(language: Language): Page {
  const again = markup`<p><a href="/sign-in?lang=${language}">${words.signIn[language]}</a></p>`
  return messagePage(words.signedOutTitle, words.signedOut, language, again)
}
