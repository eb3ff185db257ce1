import type { Language } from '@samtale/policy'
import { markup, type Markup, type Page } from '../../pages/index.ts'
import { pageSize, type RoomList } from '../list.ts'
import type { OpenedRoom } from '../opened.ts'
import { assets, roomPage, timeMarkup } from './markup.ts'
import { othersRooms } from './people-page.ts'
import { peopleWords } from './people-words.ts'
import { roomWords } from './room-words.ts'
import { doorNames, sizeNames, words } from './words.ts'

const notices = { removed: roomWords.removed, left: peopleWords.left, 'let-in': peopleWords.letIn } as const

export interface ListState extends RoomList {
  readonly language: Language
  readonly timeZone: string
  readonly now: Date
  readonly search: string
  /** Names of organisations, by their records. */
  readonly owners: ReadonlyMap<string, string>
  /** Rooms of others that let them in by name. */
  readonly others: readonly OpenedRoom[]
  /** What was done just now. */
  readonly done: keyof typeof notices | null
}

/** The rooms that somebody hosts. */
export function listPage(state: ListState): Page {
  const { language, rooms, search, others, done } = state
  const title = words.title[language]
  const isEmpty = rooms.length === 0 && search === ''
  const make = markup`<a class="button" href="/rooms/new?lang=${language}">${words.make[language]}</a>`
  const body = markup`${assets}<div class="page rooms"><div class="rooms-head"><div><h1>${title}</h1>
<p class="lead">${words.lead[language]}</p></div>${!isEmpty && make}</div>
${done !== null && markup`<p class="notice" role="status">${notices[done][language]}</p>`}
${isEmpty ? empty(language) : found(state)}${othersRooms(others, language)}</div>`
  return { title, body }
}

function empty(language: Language): Markup {
  return markup`<section class="rooms-empty">${door}<h2>${words.emptyTitle[language]}</h2><p>${words.empty[language]}</p>
<a class="button" href="/rooms/new?lang=${language}">${words.makeFirst[language]}</a></section>`
}

function found(state: ListState): Markup {
  const { language, rooms, search } = state
  const all =
    search !== '' && markup`<a class="rooms-all" href="/rooms?lang=${language}">${words.showAll[language]}</a>`
  const list =
    rooms.length === 0
      ? markup`<p role="status">${words.nothingFound[language]}</p>`
      : markup`<ul class="rooms-list">${rooms.map((room) => card(room, state))}</ul>`
  return markup`<form method="get" action="/rooms" role="search" class="rooms-search">
<input type="hidden" name="lang" value="${language}"><label for="q">${words.search[language]}</label>
<div><input type="search" id="q" name="q" value="${search}" maxlength="100"><button type="submit" class="plain">${words.searchNow[language]}</button></div></form>
${list}${all}${paging(state)}`
}

function card(room: OpenedRoom, { language, timeZone, now, owners }: ListState): Markup {
  const { name, door: who, size, endsAt, suspended } = room
  const owner = owners.get(room.record)
  const isOver = endsAt !== null && endsAt <= now
  const ends =
    endsAt !== null &&
    markup`<li>${isOver ? roomWords.endedTitle[language] : markup`${roomWords.endsAt[language]} ${timeMarkup(endsAt, language, timeZone)}`}</li>`
  const open =
    !isOver &&
    !suspended &&
    markup`<a class="button plain" data-open="${name}" ${room.hasLink && markup`hidden`} href="/${encodeURIComponent(name)}" aria-label="${words.open[language]} ${name}">${words.open[language]}</a>`
  return markup`<li><div><a class="rooms-name" href="${roomPage(name)}?lang=${language}">${name}</a>
<ul class="rooms-facts">${owner !== undefined && markup`<li><strong>${owner}</strong></li>`}<li>${doorNames[who][language]}</li><li>${sizeNames[size][language]}</li>${ends}</ul></div>${open}</li>`
}

function paging({ language, total, page, search }: ListState): Markup | null {
  const pages = Math.ceil(total / pageSize)
  if (pages <= 1) return null
  const to = (number: number) =>
    `/rooms?${new URLSearchParams({ ...(search === '' ? {} : { q: search }), page: String(number), lang: language }).toString()}`
  const link = (number: number, label: string, rel: string) =>
    markup`<a class="button plain" rel="${rel}" href="${to(number)}">${label}</a>`
  return markup`<nav class="rooms-pages" aria-label="${words.pages[language]}">${page > 1 && link(page - 1, words.earlier[language], 'prev')}
<span>${words.page[language]} ${page} ${words.of[language]} ${pages}</span>${page < pages && link(page + 1, words.later[language], 'next')}</nav>`
}

const door = markup`<svg viewBox="0 0 96 96" aria-hidden="true" class="rooms-drawing"><path d="M24 84V22a6 6 0 0 1 6-6h36a6 6 0 0 1 6 6v62"/><path d="M40 84V36l24-8v56z"/><circle cx="46" cy="58" r="2.5"/><path d="M12 84h72"/></svg>`
