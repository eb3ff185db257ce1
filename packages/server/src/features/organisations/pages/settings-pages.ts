import type { Language, Text } from '@samtale/policy'
import { form, markup, type Field, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import { logDays, usageDays } from '../organisation.ts'
import { mayDo } from '../role-policy.ts'
import { organisationPage, plainPage, type Frame } from './frame.ts'
import { pageWords as words } from './page-words.ts'

type OwnFrame = Omit<Frame, 'section' | 'title'>

/** What the organisation says of itself, and its end. */
export function settingsPage(
  frame: OwnFrame,
  { sent, wrong = {} }: { readonly sent: Sent; readonly wrong?: Wrong },
): Page {
  const { language, organisation, role } = frame
  const fields: Field[] = [
    { name: 'name', label: words.name, hint: words.nameHint, kind: 'text', autocomplete: 'organization', longest: 80 },
    {
      name: 'legalName',
      label: words.legalName,
      hint: words.legalNameHint,
      kind: 'text',
      optional: true,
      longest: 120,
    },
    {
      name: 'privacyContact',
      label: words.privacyContact,
      hint: words.privacyContactHint,
      kind: 'email',
      optional: true,
      longest: 254,
    },
    keptField('logDays', words.logDays, logDays),
    keptField('usageDays', words.usageDays, usageDays),
    { name: 'why', label: words.why, hint: words.whyHint, kind: 'text', optional: true, longest: 300 },
  ]
  const end =
    mayDo(role, { action: 'delete' }) &&
    markup`<section aria-labelledby="delete-title" class="danger-zone"><h2 id="delete-title">${words.deleteTitle[language]}</h2><p>${words.deleteLead[language]}</p>
<p class="buttons"><a class="button danger" href="/organisations/${organisation}/delete?lang=${language}">${words.delete[language]}</a></p></section>`
  return organisationPage(
    { ...frame, section: 'settings', ...(Object.keys(wrong).length > 0 ? { status: 422 } : {}) },
    markup`${form({ action: `/organisations/${organisation}/settings`, language, fields, submit: words.save, sent, wrong })}${end}`,
  )
}

/** For how long something is kept: as the policy has it, or for less. */
function keptField(name: string, label: Text, days: readonly number[]): Field {
  const shorter = days.map((count) => {
    const { en, nb, sv } = words.days
    return { value: String(count), label: { en: `${count} ${en}`, nb: `${count} ${nb}`, sv: `${count} ${sv}` } }
  })
  const choices = [{ value: '', label: words.asPolicy }, ...shorter]
  return { name, label, hint: words.keptHint, kind: 'select', optional: true, choices }
}

/** Deleting it: its name has to be written. */
export function deletePage(
  frame: OwnFrame,
  { sent = {}, wrong = {} }: { readonly sent?: Sent; readonly wrong?: Wrong } = {},
): Page {
  const { language, organisation } = frame
  const fields: Field[] = [
    { name: 'typed', label: words.typeName, hint: words.typeNameHint, kind: 'text', autocomplete: 'off', longest: 80 },
    { name: 'why', label: words.why, kind: 'text', optional: true, longest: 300 },
  ]
  return organisationPage(
    {
      ...frame,
      section: 'settings',
      title: words.deleteTitle,
      ...(Object.keys(wrong).length > 0 ? { status: 422 } : {}),
    },
    markup`<p class="lead">${words.deleteLead[language]}</p><div class="danger-form">${form({ action: `/organisations/${organisation}/delete`, language, fields, submit: words.delete, sent, wrong })}</div>`,
  )
}

export function deletedPage(language: Language): Page {
  return plainPage(
    { title: words.deleted[language], language },
    markup`<p class="lead" role="status">${words.deletedText[language]}</p><p><a href="/organisations?lang=${language}">${words.organisations[language]}</a></p>`,
  )
}
