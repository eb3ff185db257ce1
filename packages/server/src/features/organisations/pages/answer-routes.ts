import type { FastifyInstance } from 'fastify'
import { reveal } from '../../../platform/personal.ts'
import { visitorOf } from '../../accounts/index.ts'
import { isAtLeast } from '../role-policy.ts'
import { paramOf, type Doors } from '../doors.ts'
import { acceptPage, gonePage, shownPage } from './invitation-pages.ts'

/**
 * Answering an invitation. Its page shows who invites to what, to whoever has the link; accepting it asks for somebody who
 * is signed in under the address that it went to, and for two factors where the role needs them.
 */
export function registerAnswerRoutes(server: FastifyInstance, { open }: Doors): void {
  server.get(
    '/invitations/:token',
    open(async (request, reply, { pages, organisations, timeZone }) => {
      const language = pages.languageOf(request)
      const token = paramOf(request, 'token')
      reply.headers({ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
      const shown = await organisations.invitations.show(token)
      return pages.send(
        request,
        reply,
        shown === null ? gonePage(language) : shownPage(token, shown, { language, timeZone }),
      )
    }),
  )
  server.get(
    '/invitations/:token/accept',
    open(async (request, reply, { pages, organisations, timeZone }) => {
      const { who, language } = visitorOf(request)
      const token = paramOf(request, 'token')
      const shown = await organisations.invitations.show(token)
      const person = (await organisations.peopleOf([who.account])).get(who.account)
      if (shown === null || person === undefined) return pages.send(request, reply, gonePage(language))
      const isFor = organisations.invitations.isFor(shown.invitation, person)
      const isUnproven = !isFor && organisations.invitations.isFor(shown.invitation, { ...person, verified: true })
      const own = reveal(person.email)
      return pages.send(request, reply, acceptPage(token, shown, { language, timeZone, own, isFor, isUnproven }))
    }),
  )
  server.post(
    '/invitations/:token/accept',
    open(async (request, reply, { pages, organisations }) => {
      const { who, language } = visitorOf(request)
      const token = paramOf(request, 'token')
      const shown = await organisations.invitations.show(token)
      if (shown === null) return pages.send(request, reply, gonePage(language))
      if (isAtLeast(shown.invitation.role, 'admin') && who.factors < 2) {
        const next = encodeURIComponent(`/invitations/${token}/accept`)
        return reply.redirect(`/sign-in/factor?lang=${language}&next=${next}`, 303)
      }
      const accepted = await organisations.invitations.accept(token, who.account)
      if (accepted === 'gone') return pages.send(request, reply, gonePage(language))
      if (accepted === 'other-address') return reply.redirect(`/invitations/${token}/accept?lang=${language}`, 303)
      const { organisation } = accepted === 'member' ? shown.invitation : accepted
      return reply.redirect(`/organisations/${organisation}?lang=${language}`, 303)
    }),
  )
}
