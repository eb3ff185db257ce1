import type { Language } from '@samtale/policy'
import { form, markup, type Field, type Markup, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import type { RoomUse } from '../days.ts'
import { toLocal } from '../end-time.ts'
import type { OpenedRoom } from '../opened.ts'
import { assets, press, roomPage as at } from './markup.ts'
import { nameField } from './new-page.ts'
import { addresses } from '../read-rules.ts'
import { peopleWords } from './people-words.ts'
import { roomWords as words } from './room-words.ts'
import { doorNames, sizeNames, words as listWords } from './words.ts'

export interface RoomState {
  readonly language: Language
  readonly timeZone: string
  readonly origin: string
  readonly room: OpenedRoom
  readonly largeAllowed: boolean
  /** Whether it can be for members only. */
  readonly hasMembers: boolean
  readonly use: RoomUse | undefined
  readonly now: Date
  /** What was done just now. */
  readonly done: 'made' | 'saved' | 'renamed' | null
  /** Which form was sent, with what is wrong with it. */
  readonly failed?: { readonly form: 'rules' | 'name'; readonly sent: Sent; readonly wrong: Wrong }
}

/** All that the hosts of a room can set. */
export function roomPage(state: RoomState): Page {
  const { language, room } = state
  const body = markup`${assets}<div class="page rooms" data-room="${room.name}" data-origin="${state.origin}"><div class="rooms-head"><div>
<p class="rooms-over"><a href="/rooms?lang=${language}">${listWords.title[language]}</a></p><h1>${room.name}</h1></div>
<a class="button" data-open="${room.name}" ${room.hasLink && markup`hidden`} href="/${encodeURIComponent(room.name)}">${words.openRoom[language]}</a></div>
${notices(state)}${link(state)}${rules(state)}${people(state)}${look(state)}${name(state)}${usage(state)}${removal(state)}</div>`
  return { title: room.name, body, ...(state.failed === undefined ? {} : { status: 422 }) }
}

function notices({ language, room, done, now }: RoomState): Markup {
  const isOver = room.endsAt !== null && room.endsAt <= now
  return markup`${done !== null && markup`<p class="notice" role="status">${words[done][language]}</p>`}
${room.suspended && markup`<p class="notice rooms-warning" role="status">${words.suspended[language]} <a href="${at(room.name, '/appeal')}?lang=${language}">${words.suspendedWhy[language]}</a></p>`}
${isOver && markup`<p class="notice rooms-warning" role="status">${words.ended[language]}</p>`}`
}

/** The link itself is never here: the browser that made it fills it in. */
function link({ language, room }: RoomState): Markup {
  const label = room.hasLink ? words.newLink : words.firstLink
  const state = room.hasLink
    ? markup`<p data-link-unknown>${words.linkElsewhere[language]}</p>`
    : markup`<p data-link-unknown>${words.linkNone[language]}</p>`
  const known = markup`<div class="rooms-link" data-link-known hidden><label for="link">${words.linkYours[language]}</label>
<div><input type="text" id="link" readonly aria-describedby="link-hint"><button type="button" data-copy data-copied="${words.copied[language]}" data-not-copied="${words.notCopied[language]}">${words.copy[language]}</button></div>
<p class="hint" id="link-hint">${words.linkHere[language]}</p>
<div class="choice"><input type="checkbox" id="keep"><label for="keep">${words.keep[language]}<span class="hint"><br>${words.keepHint[language]}</span></label></div></div>`
  const make = markup`<div class="rooms-link-new" hidden data-link-new data-action="${at(room.name, '/link')}" data-failed="${words.linkFailed[language]}"><button type="button" class="plain">${label[language]}</button>${room.hasLink && markup`<p class="hint">${words.newLinkMeans[language]}</p>`}</div>`
  const bare = room.hasLink && press({ action: at(room.name, '/link/none'), language, label: words.bare })
  return markup`<section aria-labelledby="link-title"><h2 id="link-title">${words.link[language]}</h2>
${state}${known}${make}<p role="status" class="rooms-said" data-said></p><noscript><p class="hint">${words.linkNeedsScript[language]}</p></noscript>${bare}</section>`
}

function rules(state: RoomState): Markup {
  const { language, room, timeZone, largeAllowed, hasMembers, failed } = state
  const sent = {
    door: room.door,
    size: room.size,
    [addresses]: room.hidesAddresses ? 'yes' : '',
    ends: room.endsAt === null ? '' : toLocal(room.endsAt, timeZone),
  }
  const given = form({
    action: at(room.name, '/rules'),
    language,
    fields: [doorField(room, hasMembers), sizeField(largeAllowed), addressField, endField(timeZone)],
    submit: words.save,
    sent: failed?.form === 'rules' ? failed.sent : sent,
    ...(failed?.form === 'rules' ? { wrong: failed.wrong } : {}),
  })
  return markup`<section aria-labelledby="rules"><h2 id="rules">${words.rules[language]}</h2>${given}</section>`
}

function doorField({ owner }: OpenedRoom, hasMembers: boolean): Field {
  const hint = owner === 'organisation' ? words.doorMembers : words.doorNamed
  const choices = [
    { value: 'link', label: doorNames.link, hint: words.doorLink },
    { value: 'knock', label: doorNames.knock, hint: words.doorKnock },
    ...(hasMembers ? [{ value: 'members', label: doorNames.members, hint }] : []),
  ]
  return { name: 'door', label: words.door, kind: 'radio', choices }
}

function sizeField(largeAllowed: boolean): Field {
  const small = { value: 'small', label: sizeNames.small, hint: words.sizeSmall }
  const large = { value: 'large', label: sizeNames.large, hint: words.sizeLarge }
  const field = { name: 'size', label: words.size, kind: 'radio' } as const
  return largeAllowed ? { ...field, choices: [small, large] } : { ...field, hint: words.smallOnly, choices: [small] }
}

const addressField: Field = {
  name: addresses,
  label: words.addresses,
  kind: 'check',
  optional: true,
  choices: [{ value: 'yes', label: words.hideAddresses, hint: words.hideAddressesHint }],
}

function endField(timeZone: string): Field {
  const { en, nb, sv } = words.endsHint
  const hint = { en: `${en} ${timeZone}.`, nb: `${nb} ${timeZone}.`, sv: `${sv} ${timeZone}.` }
  return { name: 'ends', label: words.ends, hint, kind: 'datetime-local', optional: true }
}

function people({ language, room, hasMembers }: RoomState): Markup | null {
  if (!hasMembers || room.owner !== 'account') return null
  return markup`<section aria-labelledby="people"><h2 id="people">${peopleWords.section[language]}</h2><p>${peopleWords.sectionLead[language]}</p>
<p><a class="button plain" href="${at(room.name, '/people')}?lang=${language}">${peopleWords.change[language]}</a></p></section>`
}

function look({ language, room }: RoomState): Markup {
  return markup`<section aria-labelledby="look"><h2 id="look">${words.look[language]}</h2><p>${words.lookLead[language]}</p>
<p><a class="button plain" href="${at(room.name, '/look')}?lang=${language}">${words.changeLook[language]}</a></p></section>`
}

function name({ language, room, failed }: RoomState): Markup {
  const given = form({
    action: at(room.name, '/name'),
    language,
    fields: [{ ...nameField, hint: words.renameHint }],
    submit: words.renameNow,
    sent: failed?.form === 'name' ? failed.sent : { name: room.name },
    hidden: { tag: '' },
    ...(failed?.form === 'name' ? { wrong: failed.wrong } : {}),
  })
  return markup`<section aria-labelledby="rename" data-rename="${room.hasLink && 'link'}"><h2 id="rename">${words.rename[language]}</h2>${given}</section>`
}

function usage({ language, use: used }: RoomState): Markup {
  return markup`<section aria-labelledby="use"><h2 id="use">${words.use[language]}</h2>
<dl class="rooms-use"><div><dt>${words.meetings[language]}</dt><dd>${used?.meetings ?? 0}</dd></div><div><dt>${words.missed[language]}</dt><dd>${used?.missedKnocks ?? 0}</dd></div></dl>
<p class="hint">${words.useHint[language]}</p></section>`
}

function removal({ language, room }: RoomState): Markup {
  return markup`<section aria-labelledby="remove"><h2 id="remove">${words.remove[language]}</h2><p>${words.removeLead[language]}</p>
<p><a class="button plain rooms-danger" href="${at(room.name, '/delete')}?lang=${language}">${words.remove[language]}</a></p></section>`
}

/** Where one says again that a room is to be deleted. */
export function removePage(language: Language, room: OpenedRoom): Page {
  const title = `${words.remove[language]}: ${room.name}`
  const sure = press({ action: at(room.name, '/delete'), language, label: words.removeNow, plain: false })
  const body = markup`${assets}<div class="page rooms"><h1>${words.remove[language]}</h1><p class="lead">${room.name}</p><p>${words.removeLead[language]}</p>
<div class="rooms-sure">${sure}</div><p><a href="${at(room.name)}?lang=${language}">${words.back[language]}</a></p></div>`
  return { title, body }
}
