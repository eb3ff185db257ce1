import type { Language, Text } from '@samtale/policy'
import { limits } from '@samtale/protocol'
import { reveal } from '../../../platform/personal.ts'
import { form, markup, type Field, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import type { Membership } from '../parts.ts'
import { assets } from './markup.ts'
import { words } from './words.ts'

export interface NewState {
  readonly language: Language
  /** Organisations for which one may make rooms. */
  readonly organisations: readonly Membership[]
  readonly sent?: Sent
  readonly wrong?: Wrong
}

/** Where a room is made: what its name gives away stands before the field. */
export function newPage({ language, organisations, sent, wrong }: NewState): Page {
  const title = words.make[language]
  const fields = organisations.length === 0 ? [nameField] : [nameField, ownerField(organisations)]
  const made = form({
    ...{ action: '/rooms/new', language, fields, submit: words.makeIt },
    sent: { owner: 'mine', ...sent },
    hidden: { tag: '' },
    ...(wrong === undefined ? {} : { wrong }),
  })
  const body = markup`${assets}<div class="page rooms" data-new-room><h1>${title}</h1>
<div class="notice"><p><strong>${words.public[language]}.</strong> ${words.publicText[language]}</p></div>
${made}<p class="rooms-back"><a href="/rooms?lang=${language}">${words.backToList[language]}</a></p></div>`
  return { title, body, ...(wrong === undefined ? {} : { status: 422 }) }
}

export const nameField: Field = {
  name: 'name',
  label: words.name,
  hint: words.nameHint,
  kind: 'text',
  autocomplete: 'off',
  longest: limits.roomNameCharacters,
}

function ownerField(organisations: readonly Membership[]): Field {
  const own = { value: 'mine', label: words.mine }
  const others = organisations.map(({ organisation, name }) => ({ value: organisation, label: inAll(reveal(name)) }))
  return { name: 'owner', label: words.owner, kind: 'select', choices: [own, ...others] }
}

function inAll(name: string): Text {
  return { en: name, nb: name, sv: name }
}
