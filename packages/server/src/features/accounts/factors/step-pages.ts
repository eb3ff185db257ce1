import type { Language, Text } from '@samtale/policy'
import { renderSVG } from 'uqr'
import { reveal } from '../../../platform/personal.ts'
import { alreadySafe, form, markup, type Field, type Markup, type Page, type Wrong } from '../../pages/index.ts'
import { passkeyButton, press, script, stylesheetLink } from '../markup.ts'
import type { SignedIn } from '../sessions/sessions.ts'
import { inLanguage } from '../sign-in/next.ts'
import { stepWords as words } from './step-words.ts'
import { otpauthAddress } from './totp.ts'

interface State {
  readonly language: Language
  readonly next: string
  readonly wrong?: Wrong
  readonly status?: number
}

/** Browsers and phones offer to fill it in, and nothing keeps anybody from pasting (WCAG 3.3.8). */
function codeField(label: Text, longest: number): Field {
  return { name: 'code', label, kind: 'text', autocomplete: 'one-time-code', longest }
}

/** For who has a second factor: whatever of it they have. */
export function factorPage(
  state: State & { readonly app: boolean; readonly passkey: boolean; readonly recovery: boolean },
): Page {
  const { language, next, wrong, status, app, passkey, recovery } = state
  const given = form({
    action: '/sign-in/factor',
    language,
    fields: [app ? codeField(words.code, 20) : codeField(words.recoveryCode, 20)],
    submit: words.goOn,
    hidden: { next },
    ...(wrong === undefined ? {} : { wrong }),
  })
  const { usePasskey: label, passkeyFailed: failed } = words
  const body = markup`${stylesheetLink}<div class="page sign-in"><h1>${words.title[language]}</h1>
<p class="lead">${(app ? words.app : words.passkey)[language]}</p>
${passkey && passkeyButton('sign-in', { language, label, failed, next, plain: app })}
${(app || recovery) && given}
${signOut(language)}</div>${script}`
  return { title: words.title[language], body, ...(status === undefined ? {} : { status }) }
}

/** For who needs a second factor and has none: nothing else is open before. */
export function firstFactorPage({ language, next, failed = false }: State & { readonly failed?: boolean }): Page {
  const title = words.firstTitle[language]
  const { makePasskey: label, passkeyFailed } = words
  const key = passkeyButton('set-up', { language, label, failed: passkeyFailed, next, plain: false })
  const body = markup`${stylesheetLink}<div class="page sign-in"><h1>${title}</h1>
<p class="lead">${words.firstLead[language]}</p>
${failed && markup`<p class="notice" role="alert">${passkeyFailed[language]}</p>`}
<div class="ways">
<section class="way" data-with-passkeys hidden aria-labelledby="by-passkey"><h2 id="by-passkey">${words.byPasskey[language]}</h2><p>${words.byPasskeyLead[language]}</p>${key}</section>
<section class="way" aria-labelledby="by-app"><h2 id="by-app">${words.byApp[language]}</h2><p>${words.byAppLead[language]}</p>
${press('/sign-in/factor/app', { language, label: words.useApp[language], hidden: { next } })}</section>
</div>${signOut(language)}</div>${script}`
  return { title, body, ...(failed ? { status: 422 } : {}) }
}

/** The secret, as a picture and as text, and the field for the first code. Shown to nobody once that was right. */
export function appPage(
  state: State & { readonly who: SignedIn; readonly secret: string; readonly service: string },
): Page {
  const { language, next, who, secret, service, wrong } = state
  const title = words.appTitle[language]
  const picture = alreadySafe(renderSVG(otpauthAddress(secret, service, reveal(who.phone ?? who.email))))
  const given = form({
    action: '/sign-in/factor/app/confirm',
    language,
    fields: [codeField(words.appCode, 12)],
    submit: words.confirm,
    hidden: { next },
    ...(wrong === undefined ? {} : { wrong }),
  })
  const inFours = (secret.match(/.{1,4}/g) ?? []).join(' ')
  const body = markup`${stylesheetLink}<div class="page sign-in"><h1>${title}</h1><p class="lead">${words.appLead[language]}</p>
<div class="qr" role="img" aria-label="${words.picture[language]}">${picture}</div>
<dl><div><dt>${words.key[language]}</dt><dd><code>${inFours}</code></dd></div></dl>
${given}${signOut(language)}</div>${script}`
  return { title, body, ...(wrong === undefined ? {} : { status: 422 }) }
}

/** Shown once, before who set up their first factor goes on. */
export function recoveryCodesPage(state: {
  readonly language: Language
  readonly next: string
  readonly codes: readonly string[]
  readonly kind: 'app' | 'passkey'
}): Page {
  const { language, next, codes, kind } = state
  const title = words.doneTitle[language]
  const items = codes.map((code) => markup`<li><code>${code}</code></li>`)
  const text = kind === 'app' ? words.codesOfApp : words.codesOfPasskey
  const body = markup`${stylesheetLink}<div class="page sign-in"><h1>${title}</h1><p class="lead" role="status">${text[language]}</p>
<ul class="codes">${items}</ul>
<p class="buttons"><a class="button" data-keeps-fragment href="${inLanguage(next, language)}">${words.goOn[language]}</a></p></div>${script}`
  return { title, body }
}

function signOut(language: Language): Markup {
  return markup`<div class="aside">${press('/sign-out', { language, label: words.signOut[language] })}</div>`
}
