import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { Personal } from '../../platform/personal.ts'
import { faultOf, tidyMessage } from '../../platform/written.ts'
import { visitorOf } from '../accounts/index.ts'
import type { Pages, Wrong } from '../pages/index.ts'
import { addressOf, appealPage, openPage, type Target } from './pages.ts'
import type { Suspensions } from './suspensions.ts'
import { category } from './tables.ts'
import { appealWords as words } from './words.ts'

const own = {
  access: 'signed-in',
  reads: [category],
  answers: 'page',
  errors: ['request.other-site', 'sign-in.needed'],
} as const

export const suspensionRoutes = {
  'GET /appeal': { ...own, writes: [] },
  'POST /appeal': { ...own, writes: [category] },
  'GET /organisations/:organisation/appeal': { ...own, access: 'organisation-member', writes: [] },
  'POST /organisations/:organisation/appeal': { ...own, access: 'organisation-admin', writes: [category] },
  'GET /rooms/:room/appeal': { ...own, access: 'room-host', writes: [] },
  'POST /rooms/:room/appeal': { ...own, access: 'room-host', writes: [category] },
} as const satisfies RouteCatalogue

export interface AppealParts {
  readonly pages: Pages
  /** Null while the policy in force closes nothing. */
  readonly suspensions: Suspensions | null
  readonly timeZone: string
}

/** Why somebody’s account, organisation or room is closed, what they keep, and what they say against it. */
export function registerAppeal(server: FastifyInstance, { pages, suspensions, timeZone }: AppealParts): void {
  const show = async (
    [request, reply]: readonly [FastifyRequest, FastifyReply],
    target: Target,
    more: { text?: string; wrong?: Wrong } = {},
  ) => {
    if (suspensions === null) return reply.callNotFound()
    const { language, role } = visitorOf(request)
    const suspension = await suspensions.of(...target)
    const around = { target, role, language, timeZone, ...more }
    return pages.send(request, reply, suspension === null ? openPage(around) : appealPage(suspension, around))
  }
  const take = async (request: FastifyRequest, reply: FastifyReply, target: Target) => {
    if (suspensions === null) return reply.callNotFound()
    const { who, language } = visitorOf(request)
    const body = request.body as Readonly<Record<string, unknown>> | null
    const text = tidyMessage(typeof body?.['text'] === 'string' ? body['text'] : '')
    const fault = faultOf(text)
    if (fault !== null) return show([request, reply], target, { text, wrong: { text: words[fault] } })
    await suspensions.appeal(...target, new Personal(category, text), who.account)
    return reply.redirect(`${addressOf(target)}?lang=${language}`, 303)
  }
  const ownAccount = (request: FastifyRequest): Target => ['account', visitorOf(request).who.account]
  server.get('/appeal', (request, reply) => show([request, reply], ownAccount(request)))
  server.post('/appeal', (request, reply) => take(request, reply, ownAccount(request)))
  const ofOrganisation = '/organisations/:organisation/appeal'
  server.get(ofOrganisation, (request: OfOrganisation, reply) =>
    show([request, reply], ['organisation', request.params.organisation]),
  )
  server.post(ofOrganisation, (request: OfOrganisation, reply) =>
    take(request, reply, ['organisation', request.params.organisation]),
  )
  const ofRoom = '/rooms/:room/appeal'
  server.get(ofRoom, (request: OfRoom, reply) => show([request, reply], ['room', request.params.room]))
  server.post(ofRoom, (request: OfRoom, reply) => take(request, reply, ['room', request.params.room]))
}

type OfOrganisation = FastifyRequest<{ Params: { organisation: string } }>
type OfRoom = FastifyRequest<{ Params: { room: string } }>
