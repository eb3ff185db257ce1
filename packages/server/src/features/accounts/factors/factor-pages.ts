import type { Language } from '@samtale/policy'
import { renderSVG } from 'uqr'
import { reveal } from '../../../platform/personal.ts'
import { alreadySafe, form, markup, type Page, type Wrong } from '../../pages/index.ts'
import { accountWords as words } from '../settings/account-words.ts'
import { stylesheetLink } from '../markup.ts'
import type { SignedIn } from '../sessions/sessions.ts'
import { otpauthAddress } from './totp.ts'

/** The secret, as a picture and as text, and the field for the first code. Shown to nobody once that was right. */
export function setUpPage(state: {
  readonly language: Language
  readonly who: SignedIn
  readonly secret: string
  readonly service: string
  readonly wrong?: Wrong
}): Page {
  const { language, who, secret, service, wrong } = state
  const title = words.setUpTitle[language]
  const picture = alreadySafe(renderSVG(otpauthAddress(secret, service, reveal(who.email))))
  const given = form({
    action: '/account/factor/confirm',
    language,
    fields: [{ name: 'code', label: words.code, kind: 'text', autocomplete: 'one-time-code', longest: 12 }],
    submit: words.confirm,
    ...(wrong === undefined ? {} : { wrong }),
  })
  const inFours = (secret.match(/.{1,4}/g) ?? []).join(' ')
  const body = markup`${stylesheetLink}<div class="page"><h1>${title}</h1><p class="lead">${words.scan[language]}</p>
<div class="qr" role="img" aria-label="${words.picture[language]}">${picture}</div>
<dl><div><dt>${words.key[language]}</dt><dd><code>${inFours}</code></dd></div></dl>
${given}<p><a href="/account?lang=${language}">${words.back[language]}</a></p></div>`
  return { title, body, ...(wrong === undefined ? {} : { status: 422 }) }
}

/** Shown once. */
export function recoveryPage(language: Language, codes: readonly string[]): Page {
  const title = words.factorDone[language]
  const items = codes.map((code) => markup`<li><code>${code}</code></li>`)
  const body = markup`${stylesheetLink}<div class="page"><h1>${title}</h1><p role="status">${words.recovery[language]}</p>
<ul class="codes">${items}</ul><p><a href="/account?lang=${language}">${words.back[language]}</a></p></div>`
  return { title, body }
}
