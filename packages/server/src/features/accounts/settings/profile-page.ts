import { languages, type Language } from '@samtale/policy'
import { reveal } from '../../../platform/personal.ts'
import { form, markup, themes, type Field, type Markup, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import { press } from '../markup.ts'
import type { SignedIn } from '../sessions/sessions.ts'
import { addressWords } from './address-words.ts'
import { keptMarkup, settingsPage } from './frame.ts'
import type { Kept } from './own-data.ts'
import type { Settings } from './settings.ts'
import { settingsWords as words, themeWords } from './settings-words.ts'

/** What stands on the page of a profile. */
export interface ProfileState {
  readonly language: Language
  readonly timeZone: string
  readonly who: SignedIn
  readonly settings: Settings
  /** Empty where there is none. */
  readonly phone: string
  readonly kept: readonly Kept[]
  readonly done?: 'saved' | 'address' | null
  readonly sent?: Sent
  readonly wrong?: Wrong
}

const languageNames = { en: 'English', nb: 'Norsk bokmål', sv: 'Svenska' } as const

const fields: readonly Field[] = [
  {
    name: 'name',
    label: words.name,
    hint: words.nameHint,
    kind: 'text',
    optional: true,
    autocomplete: 'name',
    longest: 200,
  },
  {
    name: 'language',
    label: words.language,
    hint: words.languageHint,
    kind: 'select',
    choices: languages.map((value) => {
      const name = languageNames[value]
      return { value, label: { en: name, nb: name, sv: name } }
    }),
  },
  {
    name: 'theme',
    label: words.theme,
    kind: 'radio',
    choices: themes.map((value) => ({ value, label: themeWords[value] })),
  },
]

export function profilePage(state: ProfileState): Page {
  const { language, timeZone, who, settings, kept, done = null, sent, wrong } = state
  const now = { name: reveal(who.name), language: settings.language, theme: settings.theme }
  const given = form({
    action: '/account/profile',
    language,
    fields,
    submit: words.save,
    sent: sent ?? now,
    ...(wrong === undefined ? {} : { wrong }),
  })
  const notice = done === 'saved' ? words.saved : done === 'address' ? addressWords.done : null
  const body = markup`${pictureOf(state)}
${given}
${contactOf(state)}
${keptMarkup(kept, { language, timeZone })}`
  const isWrong = wrong !== undefined
  return settingsPage({ language, section: 'profile', lead: words.profileLead, notice, wrong: isWrong }, body)
}

/** The picture, or the first letter of the name in its place, and what changes it. */
function pictureOf({ language, who, settings: { picture }, wrong }: ProfileState): Markup {
  const mistake = wrong?.['picture']
  const letter = reveal(who.name).trim().slice(0, 1).toLocaleUpperCase(language)
  const shown =
    picture === null
      ? markup`<span class="picture" aria-hidden="true">${letter === '' ? personMark : letter}</span>`
      : markup`<img class="picture" src="/account/picture?v=${picture}" alt="${words.yourPicture[language]}" width="96" height="96">`
  const label = words.removePicture[language]
  return markup`<section class="picture-row" aria-labelledby="picture-title">
<h2 class="unseen" id="picture-title">${words.picture[language]}</h2>
${mistake !== undefined && markup`<div class="summary" role="alert"><p>${mistake[language]}</p></div>`}
<div class="portrait">${shown}<div><form method="post" action="/account/picture?lang=${language}" enctype="multipart/form-data">
<div class="field"><label for="picture">${words.choosePicture[language]}</label>
<p class="hint" id="picture-hint">${words.pictureHint[language]}</p>
<input type="file" id="picture" name="picture" accept="image/jpeg,image/png,image/webp,image/gif" required aria-describedby="picture-hint" ${mistake !== undefined && markup`aria-invalid="true"`}></div>
<div class="buttons"><button type="submit" class="plain">${words.sendPicture[language]}</button></div></form>
${picture !== null && press('/account/picture/remove', { language, label })}</div></div></section>`
}

const personMark = markup`<svg viewBox="0 0 24 24" width="40" height="40"><circle cx="12" cy="8.5" r="4" fill="currentColor"/><path d="M4 21a8 8 0 0 1 16 0z" fill="currentColor"/></svg>`

function contactOf({ language, who, phone }: ProfileState): Markup {
  const address = reveal(who.email)
  const number = phone === '' ? words.addPhone : words.changePhone
  return markup`<section aria-labelledby="contact"><h2 id="contact">${words.contact[language]}</h2>
<dl><div><dt>${words.address[language]}</dt><dd>${address === '' ? words.noAddress[language] : address}</dd></div>
<div><dt>${words.phone[language]}</dt><dd>${phone === '' ? words.noPhone[language] : phone}</dd></div></dl>
<p class="buttons"><a class="button plain" href="/account/address?lang=${language}">${words.changeAddress[language]}</a>
<a class="button plain" href="/account/phone?lang=${language}">${number[language]}</a></p></section>`
}
