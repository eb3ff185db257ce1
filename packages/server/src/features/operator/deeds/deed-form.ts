import type { Language } from '@samtale/policy'
import { form, markup, type Markup, type Sent } from '../../pages/index.ts'
import type { Deed, Deeds } from './deed.ts'

/** Deeds as forms that open; the one that was just refused stands open, with what was written. */
export function deedForms(
  deeds: Deeds,
  { action, language, sent }: { action: string; language: Language; sent: { deed: string; fields: Sent } | null },
): Markup[] {
  return Object.entries(deeds).map(([key, deed]) => {
    const again = sent?.deed === key ? sent.fields : null
    return markup`<details class="deed ${deed.danger === true && 'danger'}" ${again !== null && markup`open`}><summary>${deed.title[language]}</summary><div>
${deed.hint !== undefined && markup`<p class="hint">${deed.hint[language]}</p>`}
${deedForm(key, deed, { action, language, sent: again })}</div></details>`
  })
}

export function deedForm(
  key: string,
  deed: Deed,
  { action, language, sent }: { action: string; language: Language; sent: Sent | null },
): Markup {
  // Every form of a page has ids of its own.
  const fields = deed.fields.map((field) => ({ ...field, id: `${key}-${field.name}` }))
  return form({ action: `${action}/${key}`, language, fields, submit: deed.submit, ...(sent === null ? {} : { sent }) })
}
