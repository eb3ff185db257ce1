import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { HttpRefusal } from '../../platform/http/errors.ts'
import { visitorOf, type Visitor } from '../accounts/index.ts'
import type { OpenedRoom } from './opened.ts'
import { roomPage as at } from './pages/markup.ts'
import { removePage, roomPage, type RoomState } from './pages/room-page.ts'
import { roomWords as words } from './pages/room-words.ts'
import { nameProblems } from './pages/words.ts'
import { readRules } from './read-rules.ts'
import type { Rooms } from './rooms.ts'
import type { RoomRouteParts } from './routes.ts'
import { queryOf } from '../../platform/http/query.ts'
import { fieldsOf } from '../pages/index.ts'

const tagShape = /^[A-Za-z0-9_-]{22}$/
const NewLink = z.object({ tag: z.string().regex(tagShape) })
const day = 86_400_000

/** A request about a room of which who asks is a host. */
export interface HostVisit extends Visitor {
  readonly rooms: Rooms
  readonly room: OpenedRoom
}
type Handle = (request: FastifyRequest, reply: FastifyReply, visit: HostVisit) => Promise<FastifyReply>

/** The gate let a host through; the room can have gone since. @throws HttpRefusal `not-found` */
export function asHost({ rooms }: Pick<RoomRouteParts, 'rooms'>, handle: Handle) {
  return async (request: FastifyRequest<{ Params: { room: string } }>, reply: FastifyReply): Promise<FastifyReply> => {
    const visitor = visitorOf(request)
    const room = (await rooms?.open(request.params.room)) ?? null
    if (rooms === null || room === null) throw new HttpRefusal('not-found')
    return handle(request, reply, { ...visitor, rooms, room })
  }
}

/** The page of a room and what can be set on it. */
export function registerHostRoutes(server: FastifyInstance, parts: RoomRouteParts): void {
  const { pages } = parts
  const show = async (request: FastifyRequest, reply: FastifyReply, visit: HostVisit, more: Partial<RoomState> = {}) =>
    pages.send(request, reply, roomPage({ ...(await stateOf(parts, visit)), ...more }))

  server.get<InRoom>(
    '/rooms/:room',
    asHost(parts, (request, reply, visit) => {
      const query = queryOf(request)
      const done = (['made', 'saved', 'renamed'] as const).find((one) => query.has(one)) ?? null
      return show(request, reply, visit, { done })
    }),
  )
  server.post<InRoom>(
    '/rooms/:room/rules',
    asHost(parts, async (request, reply, visit) => {
      const sent = fieldsOf(request.body)
      const { room, rooms } = visit
      const read = readRules(sent, { ...parts, room, largeAllowed: rooms.largeAllowed, hasMembers: hasMembers(visit) })
      if (!read.ok) return show(request, reply, visit, { failed: { form: 'rules', sent, wrong: read.wrong } })
      await visit.rooms.change(visit.room, visit.who.account, read.rules)
      return to(reply, visit, at(visit.room.name), '&saved')
    }),
  )
  server.post<InRoom>(
    '/rooms/:room/name',
    asHost(parts, async (request, reply, visit) => {
      const sent = fieldsOf(request.body)
      if (visit.room.suspended)
        return show(request, reply, visit, { failed: { form: 'name', sent, wrong: { name: words.suspendedName } } })
      const made = await visit.rooms.rename(visit.room, visit.who.account, sent['name'] ?? '', tagIn(sent))
      if (made.ok) return to(reply, visit, at(made.name), '&renamed')
      const wrong = { name: nameProblems[made.problem] }
      return show(request, reply, visit, { failed: { form: 'name', sent, wrong } })
    }),
  )
  registerLinks(server, parts)
  registerRemoval(server, parts)
}

type InRoom = { Params: { room: string } }

function registerLinks(server: FastifyInstance, parts: RoomRouteParts): void {
  server.post<InRoom>(
    '/rooms/:room/link',
    asHost(parts, async (request, reply, { rooms, room, who }) => {
      const { data } = NewLink.safeParse(request.body)
      if (data === undefined) throw new HttpRefusal('request.invalid')
      await rooms.setLink(room, who.account, data.tag)
      return reply.send({ done: true })
    }),
  )
  server.post<InRoom>(
    '/rooms/:room/link/none',
    asHost(parts, async (_request, reply, visit) => {
      await visit.rooms.setLink(visit.room, visit.who.account, null)
      return to(reply, visit, at(visit.room.name), '&saved')
    }),
  )
}

function registerRemoval(server: FastifyInstance, parts: RoomRouteParts): void {
  server.get<InRoom>(
    '/rooms/:room/delete',
    asHost(parts, async (request, reply, { language, room }) =>
      parts.pages.send(request, reply, removePage(language, room)),
    ),
  )
  server.post<InRoom>(
    '/rooms/:room/delete',
    asHost(parts, async (_request, reply, visit) => {
      await visit.rooms.remove(visit.room, visit.who.account)
      return to(reply, visit, '/rooms', '&removed')
    }),
  )
}

/** Whether a room can be for members only: an organisation has them, and whoever has an account can name them. */
function hasMembers({ rooms, room }: Pick<HostVisit, 'rooms' | 'room'>): boolean {
  return rooms.members !== null || room.owner === 'organisation'
}

async function stateOf({ timeZone, publicUrl, clock }: RoomRouteParts, visit: HostVisit): Promise<RoomState> {
  const { rooms, room, language } = visit
  const now = clock.now()
  const uses = await rooms.usesSince(room.record, new Date(now.getTime() - 30 * day))
  return {
    ...{ language, timeZone, room, now, origin: publicUrl.origin, largeAllowed: rooms.largeAllowed, done: null },
    hasMembers: hasMembers(visit),
    use: uses.find((one) => one.room === room.id),
  }
}

export function tagIn(sent: Readonly<Record<string, string>>): string | null {
  const tag = sent['tag'] ?? ''
  return tagShape.test(tag) ? tag : null
}

export function to(
  reply: FastifyReply,
  { language }: Pick<Visitor, 'language'>,
  path: string,
  more = '',
): FastifyReply {
  return reply.redirect(`${path}?lang=${language}${more}`, 303)
}
