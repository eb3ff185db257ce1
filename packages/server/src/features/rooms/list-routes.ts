import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpRefusal } from '../../platform/http/errors.ts'
import { reveal } from '../../platform/personal.ts'
import { visitorOf, type Visitor } from '../accounts/index.ts'
import { tagIn, to } from './host-routes.ts'
import { listPage } from './pages/list-page.ts'
import { roomPage as at } from './pages/markup.ts'
import { newPage, type NewState } from './pages/new-page.ts'
import { nameProblems } from './pages/words.ts'
import type { Rooms } from './rooms.ts'
import type { RoomRouteParts } from './routes.ts'
import { queryOf } from '../../platform/http/query.ts'
import { fieldsOf } from '../pages/index.ts'

interface Visit extends Visitor {
  readonly rooms: Rooms
}
type Handle = (request: FastifyRequest, reply: FastifyReply, visit: Visit) => Promise<FastifyReply>

/** The list of one's rooms, and where one makes another. */
export function registerListRoutes(server: FastifyInstance, parts: RoomRouteParts): void {
  const { pages, rooms, timeZone, clock } = parts
  const own = (handle: Handle) => (request: FastifyRequest, reply: FastifyReply) => {
    if (rooms === null) throw new HttpRefusal('not-found')
    return handle(request, reply, { ...visitorOf(request), rooms })
  }
  server.get(
    '/rooms',
    own(async (request, reply, { rooms: all, who, language }) => {
      const query = queryOf(request)
      const search = (query.get('q') ?? '').trim().slice(0, 100)
      const list = await all.list(who.account, { page: pageIn(query.get('page')), search })
      const owners = new Map(
        (await all.memberships.of(who.account)).map(({ organisation, name }) => [organisation, reveal(name)]),
      )
      const others = (await all.members?.roomsOf(who.account)) ?? []
      const done = (['removed', 'left', 'let-in'] as const).find((one) => query.has(one)) ?? null
      const state = { ...list, language, timeZone, search, owners, others, done, now: clock.now() }
      return pages.send(request, reply, listPage(state))
    }),
  )
  const showNew = async (request: FastifyRequest, reply: FastifyReply, visit: Visit, more: Partial<NewState> = {}) =>
    pages.send(request, reply, newPage({ language: visit.language, organisations: await hostedBy(visit), ...more }))
  server.get(
    '/rooms/new',
    own((request, reply, visit) => showNew(request, reply, visit)),
  )
  server.post(
    '/rooms/new',
    own(async (request, reply, visit) => {
      const sent = fieldsOf(request.body)
      const organisation = (await hostedBy(visit)).find((one) => one.organisation === sent['owner'])?.organisation
      const owner =
        organisation === undefined
          ? ({ record: visit.who.account, owner: 'account' } as const)
          : ({ record: organisation, owner: 'organisation' } as const)
      const made = await visit.rooms.make({ ...owner, name: sent['name'] ?? '', tag: tagIn(sent) }, visit.who.account)
      if (made.ok) return to(reply, visit, at(made.name), '&made')
      return showNew(request, reply, visit, { sent, wrong: { name: nameProblems[made.problem] } })
    }),
  )
}

const hostedBy = ({ rooms, who }: Visit) => rooms.hostedBy(who.account)

function pageIn(text: string | null): number {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= 10_000 ? number : 1
}
