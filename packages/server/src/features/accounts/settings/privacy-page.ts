import { localeOf, type Language } from '@samtale/policy'
import { reveal } from '../../../platform/personal.ts'
import { markup, type Markup, type Page } from '../../pages/index.ts'
import { keptMarkup, settingsPage } from './frame.ts'
import type { Kept, OwnConsent, OwnStaffRead } from './own-data.ts'
import { privacyWords as words } from './privacy-words.ts'
import { settingsWords } from './settings-words.ts'

export interface PrivacyState {
  readonly language: Language
  readonly timeZone: string
  readonly consents: readonly OwnConsent[]
  readonly kept: readonly Kept[]
  readonly reads: readonly OwnStaffRead[]
  /** Where other rights are asked for; null where there is no such page. */
  readonly rightsAt: string | null
  readonly saved: boolean
}

/** What somebody agreed to, what is kept about them and until when, and who of the staff looked. */
export function privacyPage(state: PrivacyState): Page {
  const { language, timeZone, kept, rightsAt, saved } = state
  const rights =
    rightsAt !== null && markup`<li><a href="${rightsAt}?lang=${language}">${words.rights[language]}</a></li>`
  const body = markup`<section aria-labelledby="consents"><h2 id="consents">${words.consents[language]}</h2>${consentsOf(state)}
<h3>${words.always[language]}</h3><p>${words.alwaysWhy[language]}</p></section>
<section aria-labelledby="kept"><h2 id="kept">${words.kept[language]}</h2><p>${words.keptLead[language]}</p>
${keptMarkup(kept, { language, timeZone, heading: null })}
<ul><li><a href="/privacy?lang=${language}">${words.policy[language]}</a></li>${rights || null}</ul></section>
${readsOf(state)}`
  const notice = saved ? settingsWords.saved : null
  return settingsPage({ language, section: 'privacy', lead: words.lead, notice }, body)
}

function consentsOf({ language, timeZone, consents }: PrivacyState): Markup {
  if (consents.length === 0) return markup`<p>${words.noConsents[language]}</p>`
  const time = timeIn(language, timeZone)
  const items = consents.map((consent) => {
    const { key, title, text, given, at } = consent
    const id = `consent-${key}`
    const since = at === null ? words.never[language] : (given ? words.on : words.off)[language]
    const when = at !== null && markup` <time datetime="${at.toISOString()}">${time.format(at)}</time>`
    return markup`<li><div><strong id="${id}">${title[language]}</strong><p id="${id}-text">${text[language]}</p>
<p class="until" id="${id}-state">${since}${when}</p></div>${control(consent, language)}</li>`
  })
  return markup`<ul class="things consents">${items}</ul>`
}

/** One press in either direction; what is said yes to elsewhere is taken back here all the same. */
function control({ key, given, givenAt }: OwnConsent, language: Language): Markup | null {
  if (!given && givenAt !== null) return markup`<a href="${givenAt}?lang=${language}">${words.elsewhere[language]}</a>`
  const id = `consent-${key}`
  return markup`<form method="post" action="/account/consents?lang=${language}" class="press"><input type="hidden" name="consent" value="${key}"><input type="hidden" name="given" value="${given ? 'no' : 'yes'}"><button type="submit" class="switch" role="switch" aria-checked="${given ? 'true' : 'false'}" aria-labelledby="${id}" aria-describedby="${id}-text ${id}-state"><span></span></button></form>`
}

function readsOf({ language, timeZone, reads }: PrivacyState): Markup {
  const time = timeIn(language, timeZone)
  const items = reads.map(
    ({ at, role, why }) =>
      markup`<li><div><strong>${words[role][language]}</strong>, <time datetime="${at.toISOString()}">${time.format(at)}</time><p>${reveal(why)}</p></div></li>`,
  )
  const list = items.length === 0 ? markup`<p>${words.noReads[language]}</p>` : markup`<ul class="things">${items}</ul>`
  return markup`<section aria-labelledby="reads"><h2 id="reads">${words.reads[language]}</h2><p>${words.readsLead[language]}</p>${list}</section>`
}

function timeIn(language: Language, timeZone: string): Intl.DateTimeFormat {
  const locale = localeOf(language)
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
}
