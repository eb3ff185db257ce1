import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpRefusal } from '../../../platform/http/errors.ts'
import { reveal } from '../../../platform/personal.ts'
import { visitorOf } from '../../accounts/index.ts'
import { to } from '../host-routes.ts'
import { acceptPage, gonePage, shownPage } from '../pages/answer-page.ts'
import type { RoomRouteParts } from '../routes.ts'
import type { RoomMembers } from './members.ts'

type WithToken = { Params: { token: string } }
type Handle = (
  request: FastifyRequest<WithToken>,
  reply: FastifyReply,
  members: NonNullable<RoomMembers>,
) => Promise<FastifyReply>

/**
 * Answering an invitation to a room. Its page shows who invites to what, to whoever has the link; accepting it asks for
 * somebody who is signed in under the address that it went to.
 */
export function registerAnswerRoutes(server: FastifyInstance, { rooms, pages, timeZone }: RoomRouteParts): void {
  const withMembers = (handle: Handle) => (request: FastifyRequest<WithToken>, reply: FastifyReply) => {
    const members = rooms?.members ?? null
    if (members === null) throw new HttpRefusal('not-found')
    return handle(request, reply, members)
  }
  server.get<WithToken>(
    '/room-invitations/:token',
    withMembers(async (request, reply, members) => {
      const language = pages.languageOf(request)
      const { token } = request.params
      reply.headers({ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
      const shown = await members.show(token)
      const page = shown === null ? gonePage(language) : shownPage(token, shown, { language, timeZone })
      return pages.send(request, reply, page)
    }),
  )
  server.get<WithToken>(
    '/room-invitations/:token/accept',
    withMembers(async (request, reply, members) => {
      const { who, language } = visitorOf(request)
      const { token } = request.params
      const shown = await members.show(token)
      const person = await members.personOf(who.account)
      if (shown === null || person === null) return pages.send(request, reply, gonePage(language))
      const isFor = members.isFor(shown.invitation, person)
      const isUnproven = !isFor && members.isFor(shown.invitation, { ...person, verified: true })
      const own = reveal(person.email)
      return pages.send(request, reply, acceptPage(token, shown, { language, timeZone, own, isFor, isUnproven }))
    }),
  )
  server.post<WithToken>(
    '/room-invitations/:token/accept',
    withMembers(async (request, reply, members) => {
      const { who, language } = visitorOf(request)
      const { token } = request.params
      const accepted = await members.accept(token, who.account)
      if (accepted === 'gone') return pages.send(request, reply, gonePage(language))
      const mine = `/room-invitations/${token}/accept`
      return accepted === 'other-address' ? to(reply, { language }, mine) : to(reply, { language }, '/rooms', '&let-in')
    }),
  )
}
