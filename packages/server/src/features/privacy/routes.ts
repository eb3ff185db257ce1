import type { FastifyInstance } from 'fastify'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import type { Pages } from '../pages/index.ts'
import { policyPage } from './page.ts'
import type { PublishedPolicy } from './publish.ts'

export const privacyRoutes = {
  'GET /privacy': { access: 'anyone', reads: ['web.request'], writes: [], answers: 'page', errors: [] },
} as const satisfies RouteCatalogue

/** `GET /privacy` (`?lang=`): the policy page. It sets no cookie. */
export function registerPrivacyRoutes(
  server: FastifyInstance,
  pages: Pages,
  published: Pick<PublishedPolicy, 'policy' | 'publication'>,
): void {
  const made = {
    en: policyPage(published, 'en'),
    nb: policyPage(published, 'nb'),
    sv: policyPage(published, 'sv'),
  }
  server.get('/privacy', (request, reply) => pages.send(request, reply, made[pages.languageOf(request)]))
}
