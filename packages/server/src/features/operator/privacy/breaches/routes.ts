import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CommandRefused } from '../../../../platform/control/command.ts'
import { visitorOf } from '../../../accounts/index.ts'
import type { Deeds } from '../../deeds/deed.ts'
import { factsOf, registerDesk, shownOf, type Desk, type Shown } from '../../deeds/desk.ts'
import { doDeed } from '../../deeds/do-deed.ts'
import type { OperatorParts } from '../../parts.ts'
import { letters, notified, report } from './deeds.ts'
import { Breaches, Draft, WholeBreach, type BreachSummary } from './facts.ts'
import { breachesPath, breachListPage, breachPage } from './pages.ts'

const register: Desk<readonly BreachSummary[]> = {
  path: breachesPath,
  kind: 'breach',
  deeds: { report },
  load: async (parts) => (await factsOf(parts, ['breach.list', {}], Breaches)).breaches,
  page: breachListPage,
}
/** Of one breach: its number stands in the address. */
const ofOne: Deeds = { notified, letters }

type OfBreach = FastifyRequest<{ Params: { id: string; deed?: string } }>

/** The register of breaches, the 72 hours, drafts and letters. */
export function registerBreaches(server: FastifyInstance, parts: OperatorParts): void {
  registerDesk(server, parts, register)
  server.get(`${breachesPath}/:id`, (request: OfBreach, reply) => show(parts, request, reply))
  server.post(`${breachesPath}/:id/draft`, async (request: OfBreach, reply) => {
    const body = request.body as Readonly<Record<string, unknown>> | undefined
    const asked = { id: request.params.id, for: body?.['for'], language: body?.['language'] }
    try {
      const { draft } = await factsOf(parts, ['breach.draft', asked], Draft)
      return await show(parts, request, reply, { draft })
    } catch (error) {
      if (error instanceof CommandRefused) return reply.callNotFound()
      throw error
    }
  })
  server.post(`${breachesPath}/:id/:deed`, async (request: OfBreach, reply) => {
    const { id, deed: key = '' } = request.params
    const deed = Object.hasOwn(ofOne, key) ? ofOne[key] : undefined
    if (deed === undefined) return reply.callNotFound()
    const { who, language } = visitorOf(request)
    const about = { kind: 'breach', id }
    const done = await doDeed(parts, { deed, of: { id }, body: request.body, by: who.account, language, about })
    if (done.kind === 'done') return reply.redirect(`${breachesPath}/${id}?lang=${language}&done=${key}`, 303)
    return show(parts, request, reply, { refused: done.message, sent: { deed: key, fields: done.sent } })
  })
}

async function show(
  parts: OperatorParts,
  request: OfBreach,
  reply: FastifyReply,
  more: Partial<Shown> & { draft?: string } = {},
) {
  try {
    const breach = await factsOf(parts, ['breach.show', { id: request.params.id }], WholeBreach)
    const shown = { ...shownOf(parts, request, ofOne), draft: null, ...more }
    return parts.pages.send(request, reply, breachPage(breach, shown))
  } catch (error) {
    if (error instanceof CommandRefused) return reply.callNotFound()
    throw error
  }
}
