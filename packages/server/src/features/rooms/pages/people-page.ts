import { languages, type Language, type Text } from '@samtale/policy'
import { reveal } from '../../../platform/personal.ts'
import { form, markup, type Markup, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import type { Invitation } from '../members/invitation.ts'
import type { Member } from '../members/members.ts'
import type { OpenedRoom } from '../opened.ts'
import { assets, press, roomPage as at, timeMarkup } from './markup.ts'
import { fill, peopleWords as words } from './people-words.ts'

export interface PeopleState {
  readonly language: Language
  readonly timeZone: string
  readonly room: OpenedRoom
  readonly members: readonly Member[]
  readonly invitations: readonly Invitation[]
  readonly notice: Text | null
  readonly status?: number
  readonly sent?: Sent
  readonly wrong?: Wrong
}

const languageNames = {
  en: { en: 'English', nb: 'English', sv: 'English' },
  nb: { en: 'Norsk', nb: 'Norsk', sv: 'Norsk' },
  sv: { en: 'Svenska', nb: 'Svenska', sv: 'Svenska' },
} as const

/** Whom a room lets in by name, for its owner. */
export function peoplePage(state: PeopleState): Page {
  const { language, room, notice, status, wrong = {} } = state
  const said = notice !== null && markup`<p class="notice" role="status">${notice[language]}</p>`
  const body = markup`${assets}<div class="page rooms"><p class="rooms-over"><a href="${at(room.name)}?lang=${language}">${room.name}</a></p>
<h1>${words.title[language]}</h1>${said}${room.owner === 'account' ? lists(state) : ofOrganisation(state)}</div>`
  const code = Object.keys(wrong).length > 0 ? 422 : status
  return { title: `${words.title[language]} – ${room.name}`, body, ...(code === undefined ? {} : { status: code }) }
}

function ofOrganisation({ language, room }: PeopleState): Markup {
  return markup`<p class="lead">${words.ofOrganisation[language]}</p>
<p><a class="button plain" href="/organisations/${room.record}?lang=${language}">${words.toOrganisation[language]}</a></p>`
}

function lists(state: PeopleState): Markup {
  const { language, room, members, invitations } = state
  const inside =
    members.length === 0
      ? markup`<p class="hint">${words.none[language]}</p>`
      : markup`<ul class="rooms-list">${members.map((one) => member(one, state))}</ul><p class="hint">${words.removeHint[language]}</p>`
  const waiting =
    invitations.length > 0 &&
    markup`<section aria-labelledby="waiting"><h2 id="waiting">${words.waiting[language]}</h2><ul class="rooms-list">${invitations.map((one) => invited(one, state))}</ul></section>`
  return markup`<p class="lead">${fill(words.lead[language], { room: room.name })}</p>
${room.door !== 'members' && markup`<p class="notice">${words.doorOpen[language]}</p>`}
<section aria-labelledby="invite"><h2 id="invite">${words.inviteTitle[language]}</h2><p>${words.inviteLead[language]}</p>${inviteForm(state)}</section>
<section aria-labelledby="inside"><h2 id="inside">${words.inside[language]}</h2>${inside}</section>${waiting}`
}

function inviteForm({ language, room, sent = {}, wrong = {} }: PeopleState): Markup {
  return form({
    action: at(room.name, '/people'),
    language,
    fields: [
      { name: 'address', label: words.address, kind: 'email', autocomplete: 'off', longest: 254 },
      {
        name: 'language',
        label: words.mailLanguage,
        kind: 'select',
        choices: languages.map((value) => ({ value, label: languageNames[value] })),
      },
    ],
    submit: words.invite,
    sent: { language, ...sent },
    wrong,
  })
}

function member({ account, name, email, joinedAt }: Member, { language, timeZone, room }: PeopleState): Markup {
  const [shown, address] = [reveal(name), reveal(email)]
  const button = press({
    action: at(room.name, '/people/remove'),
    language,
    label: words.remove,
    about: shown,
    hidden: { account },
  })
  return markup`<li><div><span class="rooms-name">${shown}</span><ul class="rooms-facts">${address !== shown && markup`<li>${address}</li>`}<li>${words.since[language]} ${timeMarkup(joinedAt, language, timeZone)}</li></ul></div>${button}</li>`
}

function invited({ id, address, expiresAt }: Invitation, { language, timeZone, room }: PeopleState): Markup {
  const shown = reveal(address)
  const button = press({
    action: at(room.name, '/people/withdraw'),
    language,
    label: words.withdraw,
    about: shown,
    hidden: { id },
  })
  return markup`<li><div><span class="rooms-name">${shown}</span><ul class="rooms-facts"><li>${words.until[language]} ${timeMarkup(expiresAt, language, timeZone)}</li></ul></div>${button}</li>`
}

/** Rooms of others that let somebody in, under the list of their own. */
export function othersRooms(rooms: readonly OpenedRoom[], language: Language): Markup | null {
  if (rooms.length === 0) return null
  const item = ({ id, name, hasLink }: OpenedRoom) => {
    const open = !hasLink && markup`<a href="/${encodeURIComponent(name)}">${name}</a>`
    const button = press({ action: '/rooms/leave', language, label: words.leave, about: name, hidden: { room: id } })
    return markup`<li><div><span class="rooms-name">${open === false ? name : open}</span></div>${button}</li>`
  }
  return markup`<section aria-labelledby="others"><h2 id="others">${words.othersTitle[language]}</h2><p>${words.othersLead[language]}</p>
<ul class="rooms-list">${rooms.map(item)}</ul></section>`
}
