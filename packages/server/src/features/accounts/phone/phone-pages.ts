import type { Language, Text } from '@samtale/policy'
import { form, markup, type Field, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import { press } from '../markup.ts'
import { addressWords } from '../settings/address-words.ts'
import { settingsPage } from '../settings/frame.ts'
import { phoneWords as words } from './phone-words.ts'

interface Given {
  readonly language: Language
  readonly sent?: Sent
  readonly wrong?: Wrong
}

const phone: Field = {
  name: 'phone',
  label: words.phone,
  hint: words.hint,
  kind: 'text',
  autocomplete: 'tel',
  longest: 40,
}
const code: Field = {
  name: 'code',
  label: addressWords.code,
  kind: 'text',
  autocomplete: 'one-time-code',
  longest: 12,
}

export interface PhoneState extends Given {
  /** Empty where there is none. */
  readonly now: string
  /** Whether one could still sign in without it. */
  readonly canRemove: boolean
  readonly notice?: Text | null
}

/** Which number is to be the account's. */
export function phonePage({ language, now, canRemove, notice = null, ...given }: PhoneState): Page {
  const asked = form({ action: '/account/phone', language, fields: [phone], submit: words.send, ...given })
  const away = canRemove
    ? press('/account/phone/remove', { language, label: words.remove[language] })
    : markup`<p class="hint">${words.last[language]}</p>`
  const body = markup`${now !== '' && markup`<p>${words.now[language]} <strong>${now}</strong></p>`}${asked}${now !== '' && away}`
  const { title, lead } = words
  return settingsPage({ language, section: 'profile', title, lead, notice, wrong: given.wrong !== undefined }, body)
}

/** The code that was sent there. */
export function phoneCodePage({ language, number, ...given }: Given & { readonly number: string }): Page {
  const asked = form({
    action: '/account/phone/code',
    language,
    fields: [code],
    hidden: { phone: number },
    submit: words.confirm,
    ...given,
  })
  const body = markup`${asked}<p><a href="/account/phone?lang=${language}">${words.again[language]}</a></p>`
  const wrong = given.wrong !== undefined
  return settingsPage(
    { language, section: 'profile', title: addressWords.codeTitle, lead: words.codeLead, wrong },
    body,
  )
}
