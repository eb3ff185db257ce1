import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { visitorOf } from '../../accounts/index.ts'
import { form, markup, type Markup, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import { shownOf, type Shown } from '../deeds/desk.ts'
import type { OperatorParts } from '../parts.ts'
import { adminPage } from '../shell/frame.ts'
import { askedPage, facts, mark, pager, pageSize } from '../shell/table.ts'
import { shellWords } from '../shell/words.ts'
import { closeForm } from './close-form.ts'
import { organisationWords as listWords } from './organisation-words.ts'
import type { ListedRoom } from './parts.ts'
import { roomTable } from './room-table.ts'
import { textIn } from './read.ts'
import { closingWords as words } from './words.ts'

interface Found {
  readonly name: string
  readonly status: string
  readonly people: number
}

interface List {
  readonly rooms: readonly ListedRoom[]
  readonly page: number
  readonly pages: number
}

type Showing = Shown & { readonly form: Sent; readonly wrong?: Wrong; readonly fresh: boolean }

/** Rooms: listed, found by their names, and closed with a reason. */
export function registerRooms(server: FastifyInstance, parts: OperatorParts): void {
  const { pages, closing } = parts
  const show = async (request: FastifyRequest, reply: FastifyReply, more: { form?: Sent; wrong?: Wrong } = {}) => {
    if (closing === null) return reply.callNotFound()
    const shown = { ...shownOf(parts, request, {}), form: {}, fresh: visitorOf(request).who.fresh, ...more }
    const page = askedPage(shown.query)
    const { rooms, total } = await closing.rooms(null, { from: (page - 1) * pageSize, most: pageSize })
    const list = { rooms, page, pages: Math.ceil(total / pageSize) }
    return pages.send(request, reply, roomsPage(null, list, shown))
  }
  server.get('/admin/rooms', (request, reply) => show(request, reply))
  server.post('/admin/rooms/find', async (request, reply) => {
    if (closing === null) return reply.callNotFound()
    const name = textIn(request.body, 'name')
    const room = name === '' ? null : await closing.roomAt(name)
    if (room === null) return show(request, reply, { form: { name }, wrong: { name: words.unknown } })
    const shown = { ...shownOf(parts, request, {}), form: { name }, fresh: visitorOf(request).who.fresh }
    const people = parts.calls().reduce((sum, call) => sum + (call.room === room.name ? call.people : 0), 0)
    return pages.send(request, reply, roomsPage({ ...room, people }, null, shown))
  })
}

function roomsPage(found: Found | null, list: List | null, shown: Showing): Page {
  const { language, wrong, query } = shown
  const search = form({
    action: '/admin/rooms/find',
    language,
    fields: [{ name: 'name', label: words.room, kind: 'text', longest: 256 }],
    submit: words.findRoom,
    sent: shown.form,
    ...(wrong === undefined ? {} : { wrong }),
  })
  const title = shellWords.rooms[language]
  const frame = { language, here: 'rooms', title, lead: words.roomsLead[language] } as const
  const caption = listWords.allRooms[language]
  return adminPage({ ...frame, status: wrong === undefined ? 200 : 422 }, [
    search,
    ...(found === null ? [] : foundRoom(found, shown)),
    ...(list === null
      ? []
      : [
          markup`<h2>${caption}</h2>`,
          roomTable(list.rooms, { language, caption, empty: listWords.noneYet[language] }),
          pager(list, { href: '/admin/rooms', query, language }) ?? markup``,
        ]),
  ])
}

function foundRoom({ name, status, people }: Found, { language, fresh }: Showing): Markup[] {
  const isClosed = status === 'suspended'
  return [
    markup`<h2>${name}</h2>`,
    facts([
      [words.state[language], isClosed ? mark('danger', words.closed[language]) : mark('good', status)],
      [words.calls[language], people],
    ]),
    isClosed ? markup`` : closeForm('room', name, { language, fresh }),
  ]
}
