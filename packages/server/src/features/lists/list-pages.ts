import { form, markup, type Field, type Markup, type Page, type Sent, type Wrong } from '../pages/index.ts'
import type { Language, Text } from '@samtale/policy'
import type { List } from './list.ts'
import { formWords as words } from './words.ts'

/** Countries that a list can be about: the EEA, Switzerland and the United Kingdom (ISO 3166-1 alpha-2). */
const countries =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ')

/** The fields that a list asks for. */
export function fieldsAskedFor(list: List, asksName: boolean, language: Language): Field[] {
  const address: Field = { name: 'email', label: words.address, kind: 'email', autocomplete: 'email', longest: 254 }
  const name: Field = {
    name: 'name',
    label: words.name,
    kind: 'text',
    optional: true,
    autocomplete: 'name',
    longest: 200,
  }
  const country: Field = { name: 'country', label: words.country, kind: 'select', choices: countryChoices(language) }
  return [address, ...(asksName ? [name] : []), ...(list.asksCountry ? [country] : [])]
}

function countryChoices(language: Language): NonNullable<Field['choices']> {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const named = countries.map((code) => ({ code, name: names.of(code) ?? code }))
  const choice = (value: string, label: string) => ({ value, label: { en: label, nb: label, sv: label } })
  const sorted = named.toSorted((one, other) => one.name.localeCompare(other.name, language))
  return [choice('', '–'), ...sorted.map(({ code, name }) => choice(code, name))]
}

export function isCountry(code: string): boolean {
  return countries.includes(code)
}

export function signUpPage(
  list: List,
  state: { language: Language; fields: Field[]; sent?: Sent; wrong?: Wrong },
): Page {
  const { language, fields, sent, wrong } = state
  const { title, lead, submit } = list.words
  const given = form({
    action: list.path,
    language,
    fields,
    submit,
    ...(sent === undefined ? {} : { sent }),
    ...(wrong === undefined ? {} : { wrong }),
  })
  const body = markup`<div class="page"><h1>${title[language]}</h1><p class="lead">${lead[language]}</p>${given}
<p class="hint"><a href="/privacy?lang=${language}">${words.privacy[language]}</a></p></div>`
  return { title: title[language], body, ...(wrong === undefined ? {} : { status: 422 }) }
}

export function checkMailPage(language: Language): Page {
  return message(words.checkTitle, words.check, language)
}

export function tooManyPage(language: Language): Page {
  return { ...message(words.checkTitle, words.tooMany, language), status: 429 }
}

/** The text that is agreed to, word for word, and the button that agrees. */
export function confirmPage(list: List, state: { language: Language; token: string; text: string }): Page {
  const { language, token, text } = state
  const title = list.words.confirmTitle[language]
  const body = markup`<div class="page"><h1>${title}</h1><p>${words.agree[language]}</p><blockquote>${text}</blockquote>
${button(`${list.path}/confirm`, token, words.confirm, language)}</div>`
  return { title, body }
}

export function confirmedPage(list: List, language: Language): Page {
  return message(list.words.confirmTitle, list.words.confirmed, language)
}

export function leavePage(list: List, state: { language: Language; token: string }): Page {
  const { language, token } = state
  const title = list.words.leaveTitle[language]
  const body = markup`<div class="page"><h1>${title}</h1>${button(`${list.path}/leave`, token, list.words.leave, language)}</div>`
  return { title, body }
}

export function leftPage(list: List, language: Language): Page {
  return message(list.words.leaveTitle, list.words.left, language)
}

export function gonePage(language: Language): Page {
  return { ...message(words.goneTitle, words.gone, language), status: 410 }
}

function button(action: string, token: string, label: Text, language: Language): Markup {
  return markup`<form method="post" action="${action}?t=${token}&amp;lang=${language}"><div class="buttons"><button type="submit">${label[language]}</button></div></form>`
}

function message(title: Text, text: Text, language: Language): Page {
  const body = markup`<div class="page"><h1>${title[language]}</h1><p role="status">${text[language]}</p></div>`
  return { title: title[language], body }
}
