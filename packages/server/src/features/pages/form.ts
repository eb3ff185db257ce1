import type { Language, Text } from '@samtale/policy'
import { fieldMarkup } from './field.ts'
import { markup, type Markup } from './markup.ts'
import { pageWords } from './words.ts'

/** A field of a form. Its name is what is sent; what was sent before and what was wrong with it are shown again. */
export interface Field {
  readonly name: string
  /** Of the element, where a page has several forms; the name, where it isn't given. */
  readonly id?: string
  readonly label: Text
  readonly hint?: Text
  readonly kind: 'text' | 'email' | 'password' | 'date' | 'datetime-local' | 'long' | 'select' | 'radio' | 'check'
  readonly choices?: readonly { readonly value: string; readonly label: Text; readonly hint?: Text }[]
  readonly optional?: boolean
  /** WHATWG HTML §4.10.18.7, such as `email`. */
  readonly autocomplete?: string
  readonly longest?: number
}

/** What was sent: by the field's name. */
export type Sent = Readonly<Record<string, string>>
/** What is wrong with it, as a sentence that says what to do. */
export type Wrong = Readonly<Record<string, Text>>

export interface FormOptions {
  readonly action: string
  readonly language: Language
  readonly fields: readonly Field[]
  readonly submit: Text
  readonly sent?: Sent
  readonly wrong?: Wrong
  readonly hidden?: Sent
}

/** The name of a field that people don't see and programs fill in. */
export const trapField = 'website'

/** A form that works without script: labels, hints, what is wrong beside its field and in a summary before all (WCAG 3.3.1). */
export function form(options: FormOptions): Markup {
  const { action, language, fields, submit, sent = {}, wrong = {}, hidden = {} } = options
  return markup`${summary(fields, wrong, language)}
<form method="post" action="${action}?lang=${language}" novalidate>
${Object.entries(hidden).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)}
<div class="trap" aria-hidden="true"><label>${pageWords.trap[language]}<input name="${trapField}" tabindex="-1" autocomplete="off"></label></div>
${fields.map((field) => fieldMarkup(field, { language, value: sent[field.name] ?? '', wrong: wrong[field.name] }))}
<div class="buttons"><button type="submit">${submit[language]}</button></div>
</form>`
}

function summary(fields: readonly Field[], wrong: Wrong, language: Language): Markup | null {
  const items = fields.flatMap(({ name, id = name }) => {
    const what = wrong[name]
    return what === undefined ? [] : [markup`<li><a href="#${id}">${what[language]}</a></li>`]
  })
  if (items.length === 0) return null
  return markup`<div class="summary" role="alert"><h2>${pageWords.wrong[language]}</h2><ul>${items}</ul></div>`
}
