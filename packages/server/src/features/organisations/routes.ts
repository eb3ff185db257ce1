import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { visitorOf, type Visitor } from '../accounts/index.ts'
import type { Pages } from '../pages/index.ts'
import type { Organisation, Organisations } from './organisations.ts'
import { registerAgreementRoutes } from './pages/agreement-routes.ts'
import { registerAnswerRoutes } from './pages/answer-routes.ts'
import { registerAuditRoutes } from './pages/audit-routes.ts'
import type { Frame } from './pages/frame.ts'
import { registerInvitationRoutes } from './pages/invitation-routes.ts'
import { registerListRoutes } from './pages/list-routes.ts'
import { registerMemberRoutes } from './pages/member-routes.ts'
import { registerSettingsRoutes } from './pages/settings-routes.ts'
import { invitationCategory, memberCategory, organisationCategory } from './tables.ts'

const stylesheet = readFileSync(new URL('./organisations.css', import.meta.url), 'utf8')

const asked = { reads: [], writes: [], answers: 'page', errors: ['request.other-site'] } as const
const log = ['audit.act', 'audit.person'] as const
const own = { ...asked, access: 'signed-in', reads: [organisationCategory, memberCategory] } as const
const inside = { ...own, reads: [...own.reads, 'account'] } as const
const member = { ...inside, access: 'organisation-member' } as const
const admin = { ...inside, access: 'organisation-admin' } as const
const owner = { ...inside, access: 'organisation-owner' } as const
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
  'GET /organisations/:organisation/audit.csv': {
    ...admin,
    reads: [...admin.reads, ...log],
    writes: log,
    answers: 'file',
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

export interface OrganisationRouteParts {
  readonly pages: Pages
  /** Null while the policy in force has none: then nothing is at these addresses. */
  readonly organisations: Organisations | null
  readonly timeZone: string
  /** Who runs the installation. */
  readonly operator: string
}

/** The same while there are organisations. */
export interface LiveParts extends OrganisationRouteParts {
  readonly organisations: Organisations
}

/** A request about one organisation. */
export interface Visit extends Visitor {
  readonly about: Organisation
  readonly frame: Omit<Frame, 'section' | 'title'>
  readonly acting: { readonly organisation: string; readonly by: string }
}

export interface Doors {
  /** While there are organisations. */
  readonly open: (handle: (request: FastifyRequest, reply: FastifyReply, live: LiveParts) => unknown) => Handler
  /** And about the one in the path, which the gate let the person in to. */
  readonly inside: (
    handle: (request: FastifyRequest, reply: FastifyReply, visit: Visit, live: LiveParts) => unknown,
  ) => Handler
}
type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown

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

function doorsOf(parts: OrganisationRouteParts): Doors {
  const { organisations } = parts
  const open: Doors['open'] = (handle) => (request, reply) =>
    organisations === null ? reply.callNotFound() : handle(request, reply, { ...parts, organisations })
  const inside: Doors['inside'] = (handle) =>
    open(async (request, reply, live) => {
      const visitor = visitorOf(request)
      const { who, role, language } = visitor
      const about = await live.organisations.get(paramOf(request, 'organisation'))
      if (about === null || role === null) return reply.callNotFound()
      const frame = { language, role, organisation: about.id, name: about.name }
      return handle(
        request,
        reply,
        { ...visitor, about, frame, acting: { organisation: about.id, by: who.account } },
        live,
      )
    })
  return { open, inside }
}

/** A part of the path. */
export function paramOf({ params }: FastifyRequest, name: string): string {
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined
  return typeof value === 'string' ? value : ''
}
