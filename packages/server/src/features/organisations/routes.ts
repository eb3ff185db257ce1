import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { doorsOf, type OrganisationRouteParts } from './doors.ts'
import { registerAgreementRoutes } from './pages/agreement-routes.ts'
import { registerAnswerRoutes } from './pages/answer-routes.ts'
import { registerAuditRoutes } from './pages/audit-routes.ts'
import { registerInvitationRoutes } from './pages/invitation-routes.ts'
import { registerListRoutes } from './pages/list-routes.ts'
import { registerMemberRoutes } from './pages/member-routes.ts'
import { registerSettingsRoutes } from './pages/settings-routes.ts'
import { invitationCategory, memberCategory, organisationCategory } from './tables.ts'

const stylesheet = readFileSync(new URL('./organisations.css', import.meta.url), 'utf8')

const asked = { reads: [], writes: [], answers: 'page', errors: ['request.other-site'] } as const
const log = ['audit.act', 'audit.person'] as const
const own = { ...asked, access: 'signed-in', reads: [organisationCategory, memberCategory] } as const
const ofOne = { ...own, reads: [...own.reads, 'account'] } as const
const member = { ...ofOne, access: 'organisation-member' } as const
const admin = { ...ofOne, access: 'organisation-admin' } as const
const owner = { ...ofOne, access: 'organisation-owner' } as const
const changes = { writes: [memberCategory, ...log] } as const
const invites = { writes: [invitationCategory, 'mail.address', ...log] } as const
const linked = { ...asked, access: 'link', reads: [invitationCategory, organisationCategory, 'account'] } as const

export const organisationRoutes = {
  'GET /organisations.css': { ...asked, access: 'anyone', answers: 'file' },
  'GET /organisations': own,
  'GET /organisations/new': own,
  'POST /organisations/new': { ...own, writes: [organisationCategory, memberCategory, ...log] },
  'GET /organisations/:organisation': member,
  'GET /organisations/:organisation/leave': member,
  'POST /organisations/:organisation/leave': { ...member, ...changes },
  'GET /organisations/:organisation/members/:member': admin,
  'POST /organisations/:organisation/members/:member/role': { ...admin, ...changes },
  'POST /organisations/:organisation/members/:member/remove': { ...admin, ...changes },
  'GET /organisations/:organisation/invitations': { ...admin, reads: [...admin.reads, invitationCategory] },
  'POST /organisations/:organisation/invitations': { ...admin, ...invites },
  'POST /organisations/:organisation/invitations/again': { ...admin, ...invites },
  'POST /organisations/:organisation/invitations/withdraw': { ...admin, ...invites },
  'GET /organisations/:organisation/audit': { ...admin, reads: [...admin.reads, ...log] },
  'POST /organisations/:organisation/audit.csv': {
    ...admin,
    fresh: true,
    reads: [...admin.reads, ...log],
    writes: log,
  },
  'GET /organisations/:organisation/agreement': admin,
  'POST /organisations/:organisation/agreement': { ...owner, writes: [organisationCategory, 'mail.address', ...log] },
  'GET /organisations/:organisation/agreement/text': admin,
  'GET /organisations/:organisation/settings': admin,
  'POST /organisations/:organisation/settings': { ...admin, writes: [organisationCategory, ...log] },
  'GET /organisations/:organisation/delete': { ...owner, fresh: true },
  'POST /organisations/:organisation/delete': {
    ...owner,
    fresh: true,
    writes: [organisationCategory, memberCategory, invitationCategory, ...log],
  },
  'GET /invitations/:token': linked,
  'GET /invitations/:token/accept': { ...linked, access: 'signed-in' },
  'POST /invitations/:token/accept': {
    ...linked,
    access: 'signed-in',
    writes: [invitationCategory, memberCategory, ...log],
  },
} as const satisfies RouteCatalogue

/** The pages of organisations. The gate has said who may come; what they may do, the organisation's roles say once more. */
export function registerOrganisationRoutes(server: FastifyInstance, parts: OrganisationRouteParts): void {
  server.get('/organisations.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(stylesheet),
  )
  const doors = doorsOf(parts)
  registerListRoutes(server, doors)
  registerMemberRoutes(server, doors)
  registerInvitationRoutes(server, doors)
  registerAuditRoutes(server, doors)
  registerAgreementRoutes(server, doors)
  registerSettingsRoutes(server, doors)
  registerAnswerRoutes(server, doors)
}
