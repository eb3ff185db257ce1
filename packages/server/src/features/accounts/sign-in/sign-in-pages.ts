import type { Language } from '@samtale/policy'
import { form, markup, type Field, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import { messagePage, passkeyButton, press, script, stylesheetLink } from '../markup.ts'
import type { Identity } from './identity.ts'
import { inLanguage } from './next.ts'
import { words } from './words.ts'

interface State {
  readonly language: Language
  readonly next: string
  readonly sent?: Sent
  readonly wrong?: Wrong
  readonly status?: number
}

/** What else than a code there is here: the name of an identity provider, and passwords. */
export interface Ways {
  readonly provider: string | null
  readonly password: boolean
}

const addressField: Field = {
  name: 'email',
  label: words.address,
  kind: 'text',
  autocomplete: 'username',
  longest: 254,
}

export function signInPage(state: State & { readonly ways: Ways; readonly again?: boolean }): Page {
  const { language, next, sent, wrong, status, ways, again = false } = state
  const given = form({
    action: '/sign-in',
    language,
    fields: [addressField],
    submit: words.send,
    hidden: { next },
    ...(sent === undefined ? {} : { sent }),
    ...(wrong === undefined ? {} : { wrong }),
  })
  const { usePasskey: label, passkeyFailed: failed } = words
  const provider = ways.provider !== null && withProvider(ways.provider, language, next)
  const password =
    ways.password &&
    markup`<p><a class="button plain" href="${inLanguage('/sign-in/password', language, next)}">${words.usePassword[language]}</a></p>`
  const body = markup`${stylesheetLink}<div class="page sign-in"><h1>${words.signIn[language]}</h1>
<p class="lead">${(again ? words.again : words.lead)[language]}</p>
${given}
<div class="others"><p class="or"><span>${words.or[language]}</span></p>
${provider}${passkeyButton('sign-in', { language, label, failed, next })}${password}</div>
${!again && markup`<p class="hint aside">${words.needless[language]}</p>`}</div>${script}`
  return { title: words.signIn[language], body, ...(status === undefined ? {} : { status }) }
}

function withProvider(name: string, language: Language, next: string) {
  return markup`<form method="post" action="/sign-in/provider?lang=${language}" class="press" data-leaves><input type="hidden" name="next" value="${next}"><button type="submit" class="plain">${words.signInWith[language]} ${name}</button></form>`
}

export function codePage(
  state: State & {
    readonly identity: Pick<Identity, 'kind' | 'shown'>
    /** What a provider waits for. */
    readonly link?: string
  },
): Page {
  const { language, next, wrong, status, identity, link = '' } = state
  const hidden = { email: identity.shown, next, ...(link === '' ? {} : { link }) }
  const given = form({
    action: '/sign-in/code',
    language,
    // Browsers and phones offer to fill it in, and nothing keeps anybody from pasting (WCAG 3.3.8).
    fields: [{ name: 'code', label: words.code, kind: 'text', autocomplete: 'one-time-code', longest: 12 }],
    submit: words.signIn,
    hidden,
    ...(wrong === undefined ? {} : { wrong }),
  })
  const again = press('/sign-in', { language, label: words.another[language], hidden: { email: identity.shown, next } })
  const title = (identity.kind === 'phone' ? words.codeTitlePhone : words.codeTitle)[language]
  const body = markup`${stylesheetLink}<div class="page sign-in"><h1>${title}</h1>
<p class="lead">${words.codeLead[language]} <strong>${identity.shown}</strong>.</p>
${link !== '' && markup`<p>${words.linkLead[language]}</p>`}
${given}<div class="aside">${again}<p><a href="${inLanguage('/sign-in', language, next)}">${words.elsewhere[language]}</a></p></div></div>${script}`
  return { title, body, ...(status === undefined ? {} : { status }) }
}

export function passwordPage({ language, next, sent, wrong, status }: State): Page {
  const given = form({
    action: '/sign-in/password',
    language,
    fields: [
      addressField,
      { name: 'password', label: words.password, kind: 'password', autocomplete: 'current-password', longest: 200 },
    ],
    submit: words.signIn,
    hidden: { next },
    ...(sent === undefined ? {} : { sent }),
    ...(wrong === undefined ? {} : { wrong }),
  })
  const body = markup`${stylesheetLink}<div class="page sign-in"><h1>${words.signIn[language]}</h1>
<p class="lead">${words.passwordLead[language]}</p>
${given}<div class="aside"><p><a href="${inLanguage('/sign-in', language, next)}">${words.useCode[language]}</a></p></div></div>${script}`
  return { title: words.signIn[language], body, ...(status === undefined ? {} : { status }) }
}

/** For an account that is locked away (GDPR art. 18): why that may be, and what its person can do. */
export function restrictedPage(language: Language): Page {
  const after = markup`<p>${words.restrictedRights[language]}</p><ul><li><a href="/rights?lang=${language}">${words.seeRights[language]}</a></li>
<li><a href="/contact?lang=${language}">${words.appeal[language]}</a></li></ul>`
  return { ...messagePage(words.restrictedTitle, words.restricted, language, after), status: 403 }
}

export function signOutPage(language: Language): Page {
  const out = press('/sign-out', { language, label: words.signOut[language], plain: false })
  const title = words.signOut[language]
  return { title, body: markup`${stylesheetLink}<div class="page sign-in"><h1>${title}</h1>${out}</div>` }
}

export function signedOutPage(language: Language): Page {
  const again = markup`<p><a href="/sign-in?lang=${language}">${words.signIn[language]}</a></p>`
  return messagePage(words.signedOutTitle, words.signedOut, language, again)
}
