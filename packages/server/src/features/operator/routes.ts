import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { registerCalls } from './calls.ts'
import { registerClose } from './closing/close.ts'
import { registerOrganisations } from './closing/organisations.ts'
import { registerPeople } from './closing/people.ts'
import { registerRooms } from './closing/rooms.ts'
import { registerSuspensions } from './closing/suspensions.ts'
import { registerDesk } from './deeds/desk.ts'
import { registerFirstRun, type FirstRunParts } from './first-run/routes.ts'
import { registerHealth } from './health/routes.ts'
import { registerLog } from './log/routes.ts'
import { mailDesk } from './mail/desk.ts'
import { registerOverview } from './overview/routes.ts'
import type { OperatorParts } from './parts.ts'
import { registerBreaches } from './privacy/breaches/routes.ts'
import { disclosuresDesk } from './privacy/disclosures/desk.ts'
import { holdsDesk } from './privacy/holds/desk.ts'
import { policyDesk } from './privacy/policy/desk.ts'
import { registerHandOver } from './privacy/people/routes.ts'
import { registerPrivacy } from './privacy/overview/routes.ts'
import { registerRecords } from './privacy/records/routes.ts'
import { registerRequests } from './privacy/requests/routes.ts'
import { registerRetention } from './privacy/retention.ts'
import { registerReports } from './reports/routes.ts'

const stylesheet = readFileSync(new URL('./operator.css', import.meta.url), 'utf8')

const operator = {
  access: 'operator',
  reads: [],
  writes: [],
  answers: 'page',
  errors: ['request.other-site', 'sign-in.needed'],
} as const
const link = { ...operator, access: 'link', errors: ['request.other-site'] } as const
/** What is written down about what an operator does. */
const noted = ['audit.act', 'audit.person', 'staff.read'] as const
const closing = { ...operator, reads: ['suspension'], writes: ['suspension', 'mail.address', ...noted] } as const
const requests = { ...operator, reads: ['rights-request'] } as const
const answering = { ...requests, writes: ['rights-request', 'mail.address', 'subject.address', 'audit.act'] } as const

export const operatorRoutes = {
  'GET /operator.css': { ...operator, access: 'anyone', answers: 'file', errors: [] },
  'GET /retention.css': { ...operator, access: 'anyone', answers: 'file', errors: [] },
  'GET /retention-page.js': { ...operator, access: 'anyone', answers: 'file', errors: [] },
  'GET /admin/privacy/retention': operator,
  'GET /first-run': link,
  'POST /first-run': { ...link, writes: ['sign-in.code', 'mail.address', 'subject.address'] },
  'POST /first-run/code': { ...link, writes: ['account', 'account.session', 'sign-in.code', 'subject.address'] },
  'GET /first-run/controller': operator,
  'POST /first-run/controller': operator,
  'GET /admin': operator,
  'GET /admin/calls': operator,
  'GET /admin/reports': { ...operator, reads: ['report'] },
  'GET /admin/reports/:reference': { ...operator, reads: ['report', 'report.about'], writes: noted },
  'POST /admin/reports/:reference/decide': { ...operator, reads: ['report'], writes: ['report.about', ...noted] },
  'GET /admin/people': operator,
  'POST /admin/people/find': { ...operator, reads: ['account'], writes: noted },
  'GET /admin/organisations': { ...operator, reads: ['organisation', 'organisation.member'] },
  'GET /admin/organisations/:organisation': {
    ...operator,
    reads: ['organisation', 'organisation.member', 'room', 'suspension'],
  },
  'GET /admin/close/:kind/:target': { ...operator, fresh: true, reads: ['organisation'] },
  'GET /admin/rooms': { ...operator, reads: ['room'] },
  'POST /admin/rooms/find': operator,
  'GET /admin/suspensions': { ...operator, reads: ['suspension'] },
  'POST /admin/suspensions/place': { ...closing, fresh: true },
  'POST /admin/suspensions/:id/end': closing,
  'POST /admin/suspensions/:id/appeal': closing,
  'GET /admin/health': operator,
  'GET /admin/mail': operator,
  'POST /admin/mail/:deed': { ...operator, writes: ['mail.address', ...noted] },
  'GET /admin/privacy': { ...operator, reads: ['rights-request'] },
  'GET /admin/privacy/people': { ...operator, fresh: true },
  'POST /admin/privacy/people/:deed': { ...operator, fresh: true, reads: ['subject.address'], writes: noted },
  'GET /admin/privacy/records': operator,
  'POST /admin/privacy/records/find': { ...operator, reads: ['subject.address'], writes: noted },
  'GET /admin/privacy/holds': operator,
  'POST /admin/privacy/holds/:deed': { ...operator, writes: noted },
  'GET /admin/privacy/breaches': operator,
  'POST /admin/privacy/breaches/:deed': { ...operator, writes: noted },
  'GET /admin/privacy/breaches/:id': operator,
  'POST /admin/privacy/breaches/:id/draft': operator,
  'POST /admin/privacy/breaches/:id/:deed': { ...operator, writes: ['mail.address', ...noted] },
  'GET /admin/privacy/disclosures': operator,
  'POST /admin/privacy/disclosures/:deed': { ...operator, writes: noted },
  'GET /admin/privacy/policy': operator,
  'POST /admin/privacy/policy/:deed': { ...operator, writes: noted },
  'GET /admin/audit': { ...operator, reads: ['audit.act'] },
  'GET /admin/privacy/requests': requests,
  'POST /admin/privacy/requests/enter': answering,
  'GET /admin/privacy/requests/:reference': requests,
  'POST /admin/privacy/requests/:reference/:deed': answering,
} as const satisfies RouteCatalogue

/**
 * The pages for operators. Who isn't one learns nothing of them: the gate answers before any of them runs, and asks for a
 * second factor always.
 */
export function registerOperatorRoutes(
  server: FastifyInstance,
  { operator: parts, firstRun }: { operator: OperatorParts; firstRun: FirstRunParts | null },
): void {
  server.get('/operator.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(stylesheet),
  )
  registerFirstRun(server, firstRun)
  registerOverview(server, parts)
  registerLog(server, parts)
  registerCalls(server, parts)
  registerPeople(server, parts)
  registerOrganisations(server, parts)
  registerRooms(server, parts)
  registerClose(server, parts)
  registerSuspensions(server, parts)
  registerHealth(server, parts)
  registerReports(server, parts)
  registerRequests(server, parts)
  registerPrivacy(server, parts)
  registerRecords(server, parts)
  registerHandOver(server, parts)
  registerRetention(server, parts)
  registerBreaches(server, parts)
  registerDesk(server, parts, holdsDesk)
  registerDesk(server, parts, disclosuresDesk)
  registerDesk(server, parts, policyDesk)
  registerDesk(server, parts, mailDesk)
}
