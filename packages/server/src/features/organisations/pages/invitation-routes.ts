import { languages } from '@samtale/policy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isRole } from '../role-policy.ts'
import type { Doors, LiveParts, Visit } from '../doors.ts'
import type { Invited } from '../invitations/send.ts'
import { askedOf, pageSize } from './frame.ts'
import { invitationsPage, type InvitationsState } from './invitation-pages.ts'
import { noticeWords, wrongWords } from './page-words.ts'
import { readAddress } from './read-forms.ts'
import { fieldsOf } from '../../pages/index.ts'

const notices = { sent: noticeWords.sent, withdrawn: noticeWords.withdrawn } as const

/** Inviting people, and taking it back. */
export function registerInvitationRoutes(server: FastifyInstance, { inside }: Doors): void {
  server.get(
    '/organisations/:organisation/invitations',
    inside((...asked) => show(...asked)),
  )
  server.post(
    '/organisations/:organisation/invitations',
    inside(async (request, reply, visit, live) => {
      const sent = fieldsOf(request.body)
      const address = readAddress(sent['address'])
      const role = sent['role']
      const language = languages.find((one) => one === sent['language']) ?? visit.language
      if (address === null || !isRole(role)) {
        const wrong = {
          ...(address === null ? { address: wrongWords.address } : {}),
          ...(isRole(role) ? {} : { role: wrongWords.role }),
        }
        return show(request, reply, visit, live, { sent, wrong })
      }
      const invited = await live.organisations.invitations.invite(visit.acting, { address, role, language, why: '' })
      return invited === 'done' ? back(reply, visit, 'sent') : refuse(invited, request, reply, visit, live, { sent })
    }),
  )
  for (const [action, said] of [
    ['again', 'sent'],
    ['withdraw', 'withdrawn'],
  ] as const) {
    server.post(
      `/organisations/:organisation/invitations/${action}`,
      inside(async (request, reply, visit, live) => {
        const { invitations } = live.organisations
        const id = fieldsOf(request.body)['id'] ?? ''
        const act = action === 'again' ? invitations.sendAgain : invitations.withdraw
        const outcome = await act(visit.acting, id)
        return outcome === 'done' ? back(reply, visit, said) : refuse(outcome, request, reply, visit, live)
      }),
    )
  }
}

function back(reply: FastifyReply, { about, language }: Visit, said: keyof typeof notices): FastifyReply {
  return reply.redirect(`/organisations/${about.id}/invitations?lang=${language}&said=${said}`, 303)
}

type More = Pick<InvitationsState, 'sent' | 'wrong'>

function refuse(
  outcome: Exclude<Invited, 'done'>,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  live: LiveParts,
  more: More = {},
): Promise<FastifyReply> {
  const status = outcome === 'not-allowed' ? 403 : 409
  const frame = { ...visit.frame, notice: noticeWords[outcome], status }
  return show(request, reply, { ...visit, frame }, live, more)
}

async function show(request: FastifyRequest, reply: FastifyReply, visit: Visit, live: LiveParts, more: More = {}) {
  const { organisations, pages, timeZone } = live
  const { query, page } = askedOf(request.url)
  const said = request.method === 'GET' ? query.get('said') : null
  query.delete('said')
  const found = await organisations.invitations.list(visit.about.id, { page, most: pageSize })
  const notice = said === 'sent' || said === 'withdrawn' ? notices[said] : null
  const frame = { notice, ...visit.frame }
  return pages.send(request, reply, invitationsPage({ ...found, frame, page, query, timeZone, ...more }))
}
