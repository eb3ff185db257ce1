import type { FastifyInstance, FastifyRequest } from 'fastify'

type IsPage = (route: string) => boolean

const pages = new WeakMap<FastifyInstance['server'], IsPage>()

/** From now on it is known which of a server's routes show a page: as `/rooms/:room`, by the path that they were registered with. */
export function rememberPages({ server }: FastifyInstance, isPage: IsPage): void {
  pages.set(server, isPage)
}

/** The path of the page that was asked for; where a form was sent, of the one that it stood on: the nearest above. */
export function pageOf({ method, url, server, routeOptions }: FastifyRequest): string {
  const path = url.split('?')[0] ?? '/'
  if (method === 'GET' || method === 'HEAD') return path
  const isPage = pages.get(server.server) ?? (() => true)
  const route = routeOptions.url?.split('/') ?? []
  while (route.length > 1 && !isPage(route.join('/'))) route.pop()
  return path.split('/').slice(0, route.length).join('/') || '/'
}
