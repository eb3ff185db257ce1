import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { visitorOf } from '../../../accounts/index.ts'
import { factsOf } from '../../deeds/desk.ts'
import { breachesDue, requestsOf } from '../../overview/routes.ts'
import type { OperatorParts } from '../../parts.ts'
import { privacyPage } from './page.ts'

const Coming = z.object({ coming: z.object({ effective: z.string(), waitsFor: z.string() }).nullable() })

/** `GET /admin/privacy`: what is due at the privacy desk, and the way to all of it. */
export function registerPrivacy(server: FastifyInstance, parts: OperatorParts): void {
  server.get('/admin/privacy', async (request, reply) => {
    const now = parts.clock.now()
    const requests = await requestsOf(parts)
    const running = await breachesDue(parts)
    const { coming } = await factsOf(parts, ['policy.status', {}], Coming)
    const seen = {
      late: requests.filter(({ state, due }) => state === 'open' && new Date(due) <= now).length,
      open: requests.filter(({ state }) => state === 'open' || state === 'being-done').length,
      holds: await parts.overview.overdueHolds(),
      nextBreach: running.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null,
      breaches: running.length,
      coming,
    }
    const { language } = visitorOf(request)
    return parts.pages.send(request, reply, privacyPage(seen, { language, timeZone: parts.timeZone, now }))
  })
}
