import type { Language, Text } from '@samtale/policy'
import type { Field } from './form.ts'
import { markup, type Markup } from './markup.ts'
import { pageWords } from './words.ts'

interface State {
  readonly language: Language
  readonly value: string
  readonly wrong: Text | undefined
}

/** One field with its label, hint and what is wrong with it. */
export function fieldMarkup(field: Field, state: State): Markup {
  if (field.kind === 'radio' || field.kind === 'check') return choices(field, state)
  const { language } = state
  return markup`<div class="field"><label for="${idOf(field)}">${field.label[language]}${optionalMark(field, language)}</label>
${hintAndWrong(field, state)}${control(field, state)}</div>`
}

function idOf({ name, id = name }: Field): string {
  return id
}

function control(field: Field, state: State): Markup {
  const { language, value } = state
  const shared = attributes(field, state)
  if (field.kind === 'long') return markup`<textarea ${shared} rows="6">${value}</textarea>`
  if (field.kind !== 'select') return markup`<input type="${field.kind}" ${shared} value="${value}">`
  const options = (field.choices ?? []).map(
    (choice) =>
      markup`<option value="${choice.value}" ${choice.value === value && markup`selected`}>${choice.label[language]}</option>`,
  )
  return markup`<select ${shared}>${options}</select>`
}

function attributes(field: Field, state: State): Markup {
  const { name, optional = false, longest, autocomplete } = field
  const described = describedBy(field, state)
  const parts = [
    markup`id="${idOf(field)}" name="${name}"`,
    ...(optional ? [] : [markup` required`]),
    ...(longest === undefined ? [] : [markup` maxlength="${longest}"`]),
    ...(autocomplete === undefined ? [] : [markup` autocomplete="${autocomplete}"`]),
    ...(described === '' ? [] : [markup` aria-describedby="${described}"`]),
    ...(state.wrong === undefined ? [] : [markup` aria-invalid="true"`]),
  ]
  return markup`${parts}`
}

function choices(field: Field, state: State): Markup {
  const { language, value } = state
  const type = field.kind === 'radio' ? 'radio' : 'checkbox'
  const chosen = new Set(value.split(','))
  const described = describedBy(field, state)
  const items = (field.choices ?? []).map((choice, index) => {
    const id = index === 0 ? idOf(field) : `${idOf(field)}-${choice.value}`
    const hint = choice.hint === undefined ? null : markup`<span class="hint"><br>${choice.hint[language]}</span>`
    const checked = chosen.has(choice.value) && markup`checked`
    return markup`<div class="choice"><input type="${type}" id="${id}" name="${field.name}" value="${choice.value}" ${checked}><label for="${id}">${choice.label[language]}${hint}</label></div>`
  })
  return markup`<fieldset ${described !== '' && markup`aria-describedby="${described}"`}><legend>${field.label[language]}${optionalMark(field, language)}</legend>
${hintAndWrong(field, state)}${items}</fieldset>`
}

function optionalMark(field: Field, language: Language): Markup | null {
  return field.optional === true ? markup` <span class="optional">(${pageWords.optional[language]})</span>` : null
}

function hintAndWrong(field: Field, { language, wrong }: State): Markup {
  const hint =
    field.hint === undefined ? null : markup`<p class="hint" id="${idOf(field)}-hint">${field.hint[language]}</p>`
  const mistake = wrong === undefined ? null : markup`<p class="wrong" id="${idOf(field)}-wrong">${wrong[language]}</p>`
  return markup`${hint}${mistake}`
}

function describedBy(field: Field, { wrong }: State): string {
  return [field.hint && `${idOf(field)}-hint`, wrong && `${idOf(field)}-wrong`].filter(Boolean).join(' ')
}
