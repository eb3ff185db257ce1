import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { CommandRefused } from '../../../platform/control/command.ts'
import { visitorOf } from '../../accounts/index.ts'
import type { OperatorParts } from '../parts.ts'
import { requestsIn } from '../privacy/requests/request-facts.ts'
import { overviewPage } from './page.ts'

const Breaches = z.object({
  breaches: z.array(z.object({ dueAt: z.string(), told: z.array(z.object({ to: z.string() })) })),
})

/** `GET /admin`: what needs an operator. */
export function registerOverview(server: FastifyInstance, parts: OperatorParts): void {
  server.get('/admin', async (request, reply) => {
    const { overview } = parts
    const now = parts.clock.now()
    const requests = await requestsOf(parts)
    const running = await breachesDue(parts)
    const seen = {
      open: requests.filter(({ state }) => state === 'open' || state === 'being-done').length,
      late: requests.filter(({ state, due }) => state === 'open' && new Date(due) <= now).length,
      reports: await overview.openReports(),
      appeals: await overview.appeals(),
      breachesDue: running.filter((due) => due <= now).length,
      breachesRunning: running.filter((due) => due > now).length,
      holds: await overview.overdueHolds(),
      failedMail: await overview.failedMail(),
      waitingMail: await overview.waitingMail(),
      calls: overview.calls(),
    }
    return parts.pages.send(request, reply, overviewPage(seen, visitorOf(request).language))
  })
}

/** Requests that there are; none, while the policy takes none. */
export async function requestsOf({ ask }: OperatorParts) {
  try {
    return requestsIn(await ask('requests.list', { late: false, most: 1_000 }))
  } catch (error) {
    if (error instanceof CommandRefused) return []
    throw error
  }
}

/** When the authority has to be told, of breaches of which it wasn't. */
export async function breachesDue({ ask }: OperatorParts): Promise<Date[]> {
  const answer = await ask('breach.list', {})
  const { breaches } = Breaches.parse('facts' in answer ? answer.facts : null)
  return breaches.filter(({ told }) => !told.some(({ to }) => to === 'authority')).map(({ dueAt }) => new Date(dueAt))
}
