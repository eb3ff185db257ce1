import { languages, type Text } from '@samtale/policy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpRefusal } from '../../../platform/http/errors.ts'
import { Personal } from '../../../platform/personal.ts'
import { isAddress } from '../../../platform/written.ts'
import { visitorOf } from '../../accounts/index.ts'
import { asHost, to, type HostVisit } from '../host-routes.ts'
import { roomPage as at } from '../pages/markup.ts'
import { peoplePage, type PeopleState } from '../pages/people-page.ts'
import { peopleWords as words } from '../pages/people-words.ts'
import type { RoomRouteParts } from '../routes.ts'
import { invitationCategory } from '../tables.ts'
import type { RoomMembers } from './members.ts'
import { fieldsOf } from '../../pages/index.ts'

type InRoom = { Params: { room: string } }
type More = Partial<PeopleState>
const said = { done: words.done, removed: words.removed, withdrawn: words.withdrawn } as const

/** Whom a room lets in by name: seeing them, inviting more, and taking people off. */
export function registerPeopleRoutes(server: FastifyInstance, parts: RoomRouteParts): void {
  const show = async (request: FastifyRequest, reply: FastifyReply, visit: HostVisit, more: More = {}) => {
    const { room, language } = visit
    const list = await membersOf(visit).list(room)
    const state = { ...list, language, room, timeZone: parts.timeZone, notice: null }
    return parts.pages.send(request, reply, peoplePage({ ...state, ...more }))
  }
  server.get<InRoom>(
    '/rooms/:room/people',
    asHost(parts, (request, reply, visit) => {
      const query = new URLSearchParams(request.url.split('?')[1] ?? '')
      const [notice = null] = Object.entries(said).flatMap(([key, text]): Text[] => (query.has(key) ? [text] : []))
      return show(request, reply, visit, { notice })
    }),
  )
  server.post<InRoom>(
    '/rooms/:room/people',
    asHost(parts, async (request, reply, visit) => {
      const sent = fieldsOf(request.body)
      const address = (sent['address'] ?? '').trim()
      if (address.length > 254 || !isAddress(address))
        return show(request, reply, visit, { sent, wrong: { address: words.addressWrong } })
      const language = languages.find((one) => one === sent['language']) ?? visit.language
      const asked = { address: new Personal(invitationCategory, address), language }
      const invited = await membersOf(visit).invite(visit.room, asked)
      if (invited !== 'done') return show(request, reply, visit, { sent, notice: words[invited], status: 409 })
      return to(reply, visit, at(visit.room.name, '/people'), '&done')
    }),
  )
  server.post<InRoom>(
    '/rooms/:room/people/withdraw',
    asHost(parts, async (request, reply, visit) => {
      const isDone = await membersOf(visit).withdraw(visit.room, fieldsOf(request.body)['id'] ?? '')
      if (!isDone) return show(request, reply, visit, { notice: words['not-found'], status: 409 })
      return to(reply, visit, at(visit.room.name, '/people'), '&withdrawn')
    }),
  )
  server.post<InRoom>(
    '/rooms/:room/people/remove',
    asHost(parts, async (request, reply, visit) => {
      const isDone = await membersOf(visit).remove(visit.room, fieldsOf(request.body)['account'] ?? '')
      if (!isDone) return show(request, reply, visit, { notice: words['not-found'], status: 409 })
      return to(reply, visit, at(visit.room.name, '/people'), '&removed')
    }),
  )
  server.post('/rooms/leave', async (request, reply) => {
    const { who, language } = visitorOf(request)
    const members = parts.rooms?.members ?? null
    if (members === null) throw new HttpRefusal('not-found')
    const room = fieldsOf(request.body)['room'] ?? ''
    if (isNumber(room)) await members.leave(room, who.account)
    return to(reply, { language }, '/rooms', '&left')
  })
}

/** @throws HttpRefusal `not-found` while the policy in force has no such lists */
function membersOf({ rooms }: HostVisit): NonNullable<RoomMembers> {
  if (rooms.members === null) throw new HttpRefusal('not-found')
  return rooms.members
}

function isNumber(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)
}
