import type { Language } from '@samtale/policy'
import { reveal } from '../../../platform/personal.ts'
import { form, markup, type Markup, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import { accountWords as words, wayWords } from './account-words.ts'
import { messagePage, passkeyButton, press, stylesheetLink } from '../markup.ts'
import type { Session } from '../sessions/session-store.ts'
import type { SignedIn } from '../sessions/sessions.ts'
import { words as signInWords } from '../sign-in/words.ts'

/** What stands on the page of an account: all that is kept for it. */
export interface AccountState {
  readonly language: Language
  readonly timeZone: string
  readonly who: SignedIn
  readonly sessions: readonly Session[]
  readonly passkeys: readonly { readonly id: string; readonly created_at: Date }[]
  readonly factor: { readonly on: boolean; readonly codesLeft: number; readonly canTurnOff: boolean }
  /** Where one asks for an export; null where there is no such page. */
  readonly exportAt: string | null
  readonly saved?: boolean
  readonly sent?: Sent
  readonly wrong?: Wrong
}

export function accountPage(state: AccountState): Page {
  const { language, saved = false } = state
  const title = words.title[language]
  const out = press('/sign-out', { language, label: signInWords.signOut[language] })
  const body = markup`${stylesheetLink}<div class="page account"><h1>${title}</h1>
<p class="lead">${words.lead[language]}</p>
${saved && markup`<p class="notice" role="status">${words.saved[language]}</p>`}
${profile(state)}${sessionsOf(state)}${passkeysOf(state)}${factorOf(state)}${dataOf(state)}
${out}</div>`
  return { title, body, ...(state.wrong === undefined ? {} : { status: 422 }) }
}

function profile({ language, who, sent, wrong }: AccountState): Markup {
  const { name, nameHint, save } = words
  const given = form({
    action: '/account/name',
    language,
    fields: [
      { name: 'name', label: name, hint: nameHint, kind: 'text', optional: true, autocomplete: 'name', longest: 200 },
    ],
    submit: save,
    sent: sent ?? { name: reveal(who.name) },
    ...(wrong === undefined ? {} : { wrong }),
  })
  return markup`<section aria-labelledby="profile"><h2 id="profile">${words.profile[language]}</h2>
<dl><div><dt>${words.address[language]}</dt><dd>${reveal(who.email)}</dd></div></dl>${given}</section>`
}

function sessionsOf({ language, timeZone, who, sessions }: AccountState): Markup {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const items = sessions.map(({ id, way, created_at, expires_at }) => {
    const here = id === who.session
    const what = markup`<strong>${wayWords[way][language]}</strong>${here && markup` (${words.thisOne[language]})`}<br>
${words.since[language]} <time datetime="${created_at.toISOString()}">${time.format(created_at)}</time>, ${words.until[language]} <time datetime="${expires_at.toISOString()}">${time.format(expires_at)}</time>`
    const label = words.end[language]
    return markup`<li><div>${what}</div>${!here && press('/account/sessions/end', { language, label, hidden: { id } })}</li>`
  })
  const others =
    sessions.length > 1 && press('/account/sessions/others', { language, label: words.endOthers[language] })
  return markup`<section aria-labelledby="sessions"><h2 id="sessions">${words.sessions[language]}</h2>
<p>${words.sessionsLead[language]}</p><ul class="things">${items}</ul>${others}</section>`
}

function passkeysOf({ language, timeZone, passkeys }: AccountState): Markup {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone })
  const items = passkeys.map(({ id, created_at }) => {
    const label = words.remove[language]
    return markup`<li><div><strong>${words.passkey[language]}</strong>, ${words.added[language]} <time datetime="${created_at.toISOString()}">${day.format(created_at)}</time></div>${press('/account/passkeys/remove', { language, label, hidden: { id } })}</li>`
  })
  const list =
    items.length === 0 ? markup`<p>${words.noPasskeys[language]}</p>` : markup`<ul class="things">${items}</ul>`
  const { addPasskey: label, passkeyFailed: failed } = words
  return markup`<section aria-labelledby="passkeys"><h2 id="passkeys">${words.passkeys[language]}</h2>
<p>${words.passkeysLead[language]}</p>${list}
${passkeyButton('add', { language, label, failed, next: '/account' })}</section>`
}

function factorOf({ language, factor }: AccountState): Markup {
  const off = factor.canTurnOff && press('/account/factor/remove', { language, label: words.turnOff[language] })
  const state = factor.on
    ? markup`<p>${words.factorOn[language]} ${words.codesLeft[language]} ${factor.codesLeft}.</p>${off}`
    : markup`<p>${words.factorOff[language]}</p>${press('/account/factor', { language, label: words.setUp[language] })}`
  return markup`<section aria-labelledby="factor"><h2 id="factor">${words.factor[language]}</h2>${state}</section>`
}

function dataOf({ language, exportAt }: AccountState): Markup {
  const fetch =
    exportAt !== null && markup`<li><a href="${exportAt}?lang=${language}">${words.export[language]}</a></li>`
  return markup`<section aria-labelledby="data"><h2 id="data">${words.data[language]}</h2>
<p><a href="/privacy?lang=${language}">${words.dataLead[language]}</a></p>
<ul>${fetch || null}<li><a href="/account/delete?lang=${language}">${words.delete[language]}</a></li></ul></section>`
}

export function deletePage(language: Language): Page {
  const title = words.delete[language]
  const sure = press('/account/delete', { language, label: words.deleteNow[language], plain: false })
  const body = markup`${stylesheetLink}<div class="page"><h1>${title}</h1><p>${words.deleteLead[language]}</p>
<p>${words.deleteOther[language]}</p>${sure}
<p><a href="/account?lang=${language}">${words.back[language]}</a></p></div>`
  return { title, body }
}

export function deletedPage(language: Language, outcome: 'erased' | 'kept'): Page {
  return messagePage(words.deletedTitle, outcome === 'erased' ? words.deleted : words.kept, language)
}
