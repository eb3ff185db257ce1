import type { FastifyInstance } from 'fastify'
import { form, markup, type Page, type Sent, type Wrong } from '../../pages/index.ts'
import { shownOf, type Shown } from '../deeds/desk.ts'
import type { OperatorParts } from '../parts.ts'
import { adminPage } from '../shell/frame.ts'
import { facts, mark } from '../shell/table.ts'
import { shellWords } from '../shell/words.ts'
import { closeForm } from './close-form.ts'
import { textIn } from './read.ts'
import { closingWords as words } from './words.ts'

interface Found {
  readonly name: string
  readonly status: string
  readonly people: number
}

/** Rooms: found by their names, and closed with a reason. */
export function registerRooms(server: FastifyInstance, parts: OperatorParts): void {
  const { pages, closing } = parts
  server.get('/admin/rooms', (request, reply) =>
    closing === null
      ? reply.callNotFound()
      : pages.send(request, reply, roomsPage(null, { ...shownOf(parts, request, {}), form: {} })),
  )
  server.post('/admin/rooms/find', async (request, reply) => {
    if (closing === null) return reply.callNotFound()
    const name = textIn(request.body, 'name')
    const room = name === '' ? null : await closing.roomAt(name)
    const shown = { ...shownOf(parts, request, {}), form: { name } }
    if (room === null) return pages.send(request, reply, roomsPage(null, { ...shown, wrong: { name: words.unknown } }))
    const people = parts.calls().reduce((sum, call) => sum + (call.room === room.name ? call.people : 0), 0)
    return pages.send(request, reply, roomsPage({ ...room, people }, shown))
  })
}

function roomsPage(found: Found | null, shown: Shown & { readonly form: Sent; readonly wrong?: Wrong }): Page {
  const { language, wrong } = shown
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
  const isClosed = found?.status === 'suspended'
  return adminPage({ ...frame, status: wrong === undefined ? 200 : 422 }, [
    search,
    ...(found === null
      ? []
      : [
          markup`<h2>${found.name}</h2>`,
          facts([
            [words.state[language], isClosed ? mark('danger', words.closed[language]) : mark('good', found.status)],
            [words.calls[language], found.people],
          ]),
          isClosed ? markup`` : closeForm('room', found.name, { language }),
        ]),
  ])
}
