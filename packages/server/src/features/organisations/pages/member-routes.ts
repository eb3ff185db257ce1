import type { FastifyInstance } from 'fastify'
import type { Changed } from '../members/change.ts'
import { isRole, mayDo } from '../role-policy.ts'
import { paramOf, type Doors, type LiveParts, type Visit } from '../doors.ts'
import { askedOf, pageSize } from './frame.ts'
import { leavePage, memberPage, membersPage, type MembersState } from './member-pages.ts'
import { noticeWords, wrongWords } from './page-words.ts'
import { readWhy } from './read-forms.ts'
import { fieldsOf } from '../../pages/index.ts'

/** Who is in an organisation, and what admins change about them. */
export function registerMemberRoutes(server: FastifyInstance, { inside }: Doors): void {
  server.get(
    '/organisations/:organisation',
    inside(async (request, reply, visit, live) =>
      live.pages.send(request, reply, membersPage(await stateOf(request.url, visit, live))),
    ),
  )
  server.get(
    '/organisations/:organisation/leave',
    inside((request, reply, { frame }, { pages }) => pages.send(request, reply, leavePage(frame))),
  )
  server.post(
    '/organisations/:organisation/leave',
    inside(async (request, reply, { frame, acting, language }, { pages, organisations }) => {
      const left = await organisations.members.leave(acting)
      if (left === 'done') return reply.redirect(`/organisations?lang=${language}`, 303)
      return pages.send(request, reply, leavePage({ ...frame, ...refused(left) }))
    }),
  )
  registerChanges(server, inside)
}

function registerChanges(server: FastifyInstance, inside: Doors['inside']): void {
  server.get(
    '/organisations/:organisation/members/:member',
    inside(async (request, reply, { frame, about }, { pages, organisations }) => {
      const member = await organisations.members.get(about.id, paramOf(request, 'member'))
      return member === null ? reply.callNotFound() : pages.send(request, reply, memberPage(frame, member))
    }),
  )
  for (const form of ['role', 'remove'] as const) {
    server.post(
      `/organisations/:organisation/members/:member/${form}`,
      inside(async (request, reply, { frame, acting, about, language }, { pages, organisations }) => {
        const { members } = organisations
        const member = await members.get(about.id, paramOf(request, 'member'))
        if (member === null) return reply.callNotFound()
        const sent = fieldsOf(request.body)
        const { why, wrong: without } = readWhy(sent['why'], true)
        const to = sent['role']
        const wrong = { ...without, ...(form === 'role' && !isRole(to) ? { role: wrongWords.role } : {}) }
        if (Object.keys(wrong).length > 0)
          return pages.send(request, reply, memberPage(frame, member, { sent: { ...sent, form }, wrong }))
        const changed =
          form === 'role' && isRole(to)
            ? await members.changeRole(acting, member.account, to, why)
            : await members.remove(acting, member.account, why)
        if (changed === 'done') return reply.redirect(`/organisations/${about.id}?lang=${language}&done`, 303)
        return pages.send(
          request,
          reply,
          memberPage({ ...frame, ...refused(changed) }, member, { sent: { ...sent, form } }),
        )
      }),
    )
  }
}

function refused(changed: Exclude<Changed, 'done'>) {
  return { notice: noticeWords[changed], status: changed === 'not-allowed' ? 403 : 409 }
}

async function stateOf(url: string, visit: Visit, { organisations, timeZone }: LiveParts): Promise<MembersState> {
  const { about, frame, who } = visit
  const { query, page, search } = askedOf(url)
  const byAddress = mayDo(frame.role, { action: 'see-addresses' })
  const found = await organisations.members.list(about.id, { search, byAddress, page, most: pageSize })
  const notice = query.has('done') ? noticeWords.done : null
  query.delete('done')
  return {
    ...found,
    frame: { ...frame, notice },
    self: who.account,
    search,
    page,
    query,
    timeZone,
    endsAt: about.endsAt,
  }
}
