import type { Language } from '@samtale/policy'
import { form, markup, type Field, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import { messagePage, press, stylesheetLink } from '../markup.ts'
import { addressWords as words } from './address-words.ts'
import { settingsPage } from './frame.ts'

interface Given {
  readonly language: Language
  readonly sent?: Sent
  readonly wrong?: Wrong
}

const address: Field = { name: 'email', label: words.address, kind: 'email', autocomplete: 'email', longest: 254 }
const code: Field = { name: 'code', label: words.code, kind: 'text', autocomplete: 'one-time-code', longest: 12 }

/** Which address is to be the account's. */
export function addressPage({ language, now, ...given }: Given & { readonly now: string }): Page {
  const asked = form({ action: '/account/address', language, fields: [address], submit: words.send, ...given })
  const body = markup`${now !== '' && markup`<p>${words.now[language]} <strong>${now}</strong></p>`}${asked}`
  const { title, lead } = words
  return settingsPage({ language, section: 'profile', title, lead, wrong: given.wrong !== undefined }, body)
}

/** The code that was sent there. */
export function addressCodePage({ language, ...given }: Given): Page {
  const asked = form({ action: '/account/address/code', language, fields: [code], submit: words.confirm, ...given })
  const body = markup`${asked}<p><a href="/account/address?lang=${language}">${words.again[language]}</a></p>`
  const { codeTitle: title, codeLead: lead } = words
  return settingsPage({ language, section: 'profile', title, lead, wrong: given.wrong !== undefined }, body)
}

/** What the mail to the old address leads to. Opening it changes nothing. */
export function undoPage(language: Language, token: string): Page {
  const title = words.undoTitle[language]
  const sure = press('/account/address/undo', {
    language,
    label: words.undo[language],
    hidden: { t: token },
    plain: false,
  })
  return {
    title,
    body: markup`${stylesheetLink}<div class="page"><h1>${title}</h1><p class="lead">${words.undoLead[language]}</p>${sure}</div>`,
  }
}

export function undonePage(language: Language, done: boolean): Page {
  return done
    ? messagePage(words.undoneTitle, words.undone, language)
    : { ...messagePage(words.goneTitle, words.gone, language), status: 410 }
}
