import { localeOf, type Language } from '@samtale/policy'
import { markup, type Markup, type Page } from '../../pages/index.ts'
import { passkeyButton, press } from '../markup.ts'
import type { Session } from '../sessions/session-store.ts'
import type { SignedIn } from '../sessions/sessions.ts'
import { passwordWords } from '../password/password-words.ts'
import { accountWords as words, wayWords } from './account-words.ts'
import { keptMarkup, settingsPage } from './frame.ts'
import type { Kept } from './own-data.ts'

export interface SecurityState {
  readonly language: Language
  readonly timeZone: string
  readonly passkeys: readonly { readonly id: string; readonly created_at: Date }[]
  /** The last passkey can't be removed: it is the second factor of somebody who may not go without one. */
  readonly lastStays: boolean
  readonly factor: { readonly on: boolean; readonly codesLeft: number; readonly canTurnOff: boolean }
  /** Whether the policy has passwords. */
  readonly passwords: boolean
  readonly kept: readonly Kept[]
}

/** How somebody signs in. */
export function securityPage(state: SecurityState): Page {
  const { language, timeZone, kept } = state
  const body = markup`${passkeysOf(state)}${factorOf(state)}${passwordOf(state)}${keptMarkup(kept, { language, timeZone })}`
  return settingsPage({ language, section: 'security', lead: words.securityLead }, body)
}

function passkeysOf({ language, timeZone, passkeys, lastStays }: SecurityState): Markup {
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone })
  const items = passkeys.map(({ id, created_at }) => {
    const label = words.remove[language]
    return markup`<li><div><strong>${words.passkey[language]}</strong>, ${words.added[language]} <time datetime="${created_at.toISOString()}">${day.format(created_at)}</time></div>${!lastStays && press('/account/passkeys/remove', { language, label, hidden: { id } })}</li>`
  })
  const list =
    items.length === 0 ? markup`<p>${words.noPasskeys[language]}</p>` : markup`<ul class="things">${items}</ul>`
  const { addPasskey: label, passkeyFailed: failed } = words
  return markup`<section aria-labelledby="passkeys"><h2 id="passkeys">${words.passkeys[language]}</h2>
<p>${words.passkeysLead[language]}</p>${list}${lastStays && markup`<p class="hint">${words.lastPasskey[language]}</p>`}
${passkeyButton('add', { language, label, failed, next: '/account/security' })}</section>`
}

function factorOf({ language, factor }: SecurityState): Markup {
  const off = factor.canTurnOff && press('/account/factor/remove', { language, label: words.turnOff[language] })
  const state = factor.on
    ? markup`<p>${words.factorOn[language]} ${words.codesLeft[language]} ${factor.codesLeft}.</p>${off}`
    : markup`<p>${words.factorOff[language]}</p>${press('/account/factor', { language, label: words.setUp[language] })}`
  return markup`<section aria-labelledby="factor"><h2 id="factor">${words.factor[language]}</h2>${state}</section>`
}

function passwordOf({ language, passwords }: SecurityState): Markup | false {
  return (
    passwords &&
    markup`<section aria-labelledby="password"><h2 id="password">${passwordWords.title[language]}</h2>
<p>${words.passwordLead[language]}</p>
<p><a class="button plain" href="/account/password?lang=${language}">${words.setPassword[language]}</a></p></section>`
  )
}

export interface DevicesState {
  readonly language: Language
  readonly timeZone: string
  readonly who: SignedIn
  readonly sessions: readonly Session[]
  readonly kept: readonly Kept[]
}

/** Where somebody is signed in; each can be signed out from here. */
export function devicesPage({ language, timeZone, who, sessions, kept }: DevicesState): Page {
  const locale = localeOf(language)
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const items = sessions.map(({ id, way, created_at, expires_at }) => {
    const here = id === who.session
    const what = markup`<strong>${wayWords[way][language]}</strong>${here && markup` (${words.thisOne[language]})`}<br>
<span class="until">${words.since[language]} <time datetime="${created_at.toISOString()}">${time.format(created_at)}</time>, ${words.until[language]} <time datetime="${expires_at.toISOString()}">${time.format(expires_at)}</time></span>`
    const label = words.end[language]
    return markup`<li><div>${what}</div>${!here && press('/account/sessions/end', { language, label, hidden: { id } })}</li>`
  })
  const others =
    sessions.length > 1 && press('/account/sessions/others', { language, label: words.endOthers[language] })
  const body = markup`<ul class="things">${items}</ul>${others}${keptMarkup(kept, { language, timeZone })}`
  return settingsPage({ language, section: 'devices', lead: words.sessionsLead }, body)
}
