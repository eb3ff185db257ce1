import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '@samtale/policy'
import { pageOf } from '../../platform/http/page-of.ts'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { chooseLanguage } from './language.ts'
import { documentOf, type Page, type Surround } from './layout.ts'
import type { Person } from './menu.ts'
import { queryOf } from '../../platform/http/query.ts'

const stylesheet = readFileSync(new URL('./pages.css', import.meta.url), 'utf8')
const typeface = readFileSync(
  new URL(import.meta.resolve('@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2')),
)

/** The pages that the server makes: same look, same footer, in the visitor's language. */
export interface Pages {
  /** The language asked for by `?lang=`, else the one chosen for the account, else the browser's. */
  languageOf(request: FastifyRequest): Language
  /** Answers with a page. It is never cached: it may be about the person who asks. */
  send(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply
}

export function createPages(surround: Surround): Pages {
  const personOf = (request: FastifyRequest): Person | null => surround.menu?.personOf(request) ?? null
  const languageOf = (request: FastifyRequest): Language =>
    chooseLanguage(
      only(queryOf(request).getAll('lang')),
      personOf(request)?.language ?? request.headers['accept-language'],
    )
  return {
    languageOf,
    send: (request, reply, page) => {
      const language = languageOf(request)
      const path = pageOf(request)
      return reply
        .code(page.status ?? 200)
        .type('text/html; charset=utf-8')
        .headers({ 'content-language': language, vary: 'accept-language', 'cache-control': 'no-store' })
        .send(documentOf(page, { path, query: queryOf(request), language }, surround, personOf(request)))
    },
  }
}

const file = { access: 'anyone', reads: ['web.request'], writes: [], answers: 'file', errors: [] } as const

export const pageAssetRoutes = { 'GET /pages.css': file, 'GET /inter.woff2': file } as const satisfies RouteCatalogue

/** The stylesheet of all of them, and their typeface. */
export function registerPageAssets(server: FastifyInstance): void {
  server.get('/pages.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(stylesheet),
  )
  server.get('/inter.woff2', (_request, reply) =>
    reply.type('font/woff2').header('cache-control', 'public, max-age=604800').send(typeface),
  )
}

// Asked for twice is not asked for.
function only(values: readonly string[]): string | undefined {
  return values.length === 1 ? values[0] : undefined
}
