import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { chooseLanguage } from './language.ts'
import { policyPage } from './page.ts'
import type { PublishedPolicy } from './publish.ts'

const stylesheet = readFileSync(new URL('./privacy.css', import.meta.url), 'utf8')

/** `GET /privacy` (`?lang=`): the policy page. `GET /privacy.css`: its stylesheet. Neither sets a cookie. */
export function registerPrivacyRoutes(server: FastifyInstance, published: PublishedPolicy): void {
  const pages = {
    en: policyPage(published, 'en'),
    nb: policyPage(published, 'nb'),
    sv: policyPage(published, 'sv'),
  }
  server.get<{ Querystring: { lang?: unknown } }>('/privacy', (request, reply) => {
    const language = chooseLanguage(request.query.lang, request.headers['accept-language'])
    return reply
      .type('text/html; charset=utf-8')
      .headers({ 'content-language': language, vary: 'accept-language', 'cache-control': 'no-cache' })
      .send(pages[language])
  })
  server.get('/privacy.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(stylesheet),
  )
}
