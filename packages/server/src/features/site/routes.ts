import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { canonicalRoomName } from '@samtale/protocol'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { StartupError } from '../../platform/startup-error.ts'
import { frontPage, withChosen, withoutCredentials, type FrontPageParts } from './front-page.ts'
import { withPageStorage, type Storage } from './page-storage.ts'

const asked = { access: 'anyone', reads: ['web.request'], writes: [], errors: [] } as const

export const siteRoutes = {
  'GET /': { ...asked, answers: 'page' },
  'GET /index.html': { ...asked, answers: 'page' },
  'GET /favicon.svg': { ...asked, answers: 'file' },
  'GET /manifest.webmanifest': { ...asked, answers: 'file' },
  'GET /icons/*': { ...asked, answers: 'file' },
  'GET /assets/*': { ...asked, answers: 'file' },
  // Rooms, and pages that the web app has.
  'GET /*': { ...asked, answers: 'page' },
} as const satisfies RouteCatalogue

/**
 * The built web app: files under `/assets` never change their content and are cached for good; every other address that
 * a browser opens is the app's page, which knows its own routes.
 * @param storage what the policy in force declares for browsers
 * @throws StartupError `web.not-built`
 */
export async function registerSiteRoutes(
  server: FastifyInstance,
  folder: string,
  storage: Storage,
  front: FrontPageParts,
): Promise<void> {
  const pageFile = path.join(folder, 'index.html')
  if (!existsSync(pageFile)) throw new StartupError('web.not-built', 'The web app has not been built.')
  const built = readFileSync(pageFile, 'utf8')
  const page = withPageStorage(built, storage, new Set())
  const chosenBy = (request: FastifyRequest) => front.personOf?.(request) ?? null
  const frontPageFor = frontPage(built, storage, front)
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const lasting = file.includes(`${path.sep}assets${path.sep}`)
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
      // A document under this policy starts no worker that isn't (HTML §7.1.4.3).
      for (const [name, value] of Object.entries(withoutCredentials)) reply.header(name, value)
    },
  })
  server.get('/', async (request, reply) => {
    await front.honourSignal(request, reply)
    const hasRooms = (await front.hasRooms?.(request, reply)) ?? false
    const chosen = chosenBy(request)
    const shown = withChosen(frontPageFor(request), chosen)
    const leads = hasRooms ? 'data-rooms' : front.canSignIn === true && chosen === null ? 'data-sign-in' : null
    return reply
      .type('text/html; charset=utf-8')
      .headers({ ...withoutCredentials, 'cache-control': 'private, no-cache', vary: 'cookie' })
      .send(leads === null ? shown : shown.replace('<html ', `<html ${leads} `))
  })
  server.get('/*', async (request, reply) => {
    if (!opensPage(request) || /^\/(assets|icons|api|ws)(\/|$)/.test(request.url)) return reply.callNotFound()
    const closed = (await front.closed?.(request, reply)) ?? null
    if (closed !== null) return closed
    return reply
      .code(isPage(request.url) ? 200 : 404)
      .type('text/html; charset=utf-8')
      .headers({ 'cache-control': 'private, no-cache', vary: 'cookie' })
      .send(withChosen(page, chosenBy(request)))
  })
}

/** Whether the app has a page of its own at an address: a room's, or the policies'. Else it says that there is none. */
function isPage(url: string): boolean {
  const [first = '', second, ...more] = (url.split('?')[0] ?? '').split('/').filter((segment) => segment !== '')
  if (first === 'policies') return more.length === 0
  return second === undefined && canonicalRoomName(decoded(first)).ok
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Browsers say what they load (W3C Fetch Metadata); programs that take anything, as a rule, don't. */
function opensPage({ headers: { accept = '*/*', 'sec-fetch-dest': destination } }: FastifyRequest): boolean {
  return accept.includes('text/html') || (destination === undefined && accept.includes('*/*'))
}
