import type { APIRequestContext } from '@playwright/test'
import { routeOf, type TableRoute } from './route-table.ts'

/** Where a page of the table was found: an address that shows it. */
export type Places = Map<string, string>

/**
 * Follows the links of pages from these addresses on, as somebody would who looks at everything, and notes for each route
 * of the table one address that shows it. What leads away, and to files, is left alone.
 */
export async function findPlaces(
  request: APIRequestContext,
  { origin, start, routes }: { origin: string; start: readonly string[]; routes: readonly TableRoute[] },
): Promise<Places> {
  const places: Places = new Map()
  const queue = [...start]
  for (let asked = queue.shift(); asked !== undefined; asked = queue.shift()) {
    const { pathname, search } = new URL(asked, origin)
    const route = routeOf(routes, pathname)
    if (route === undefined || places.has(route.name)) continue
    const answer = await request.get(origin + pathname + search, {
      headers: { accept: 'text/html' },
      maxRedirects: 0,
    })
    const to = answer.headers()['location']
    if (to !== undefined) queue.push(to)
    // A page that says no is a page, too.
    else if (answer.ok() || answer.status() === 403) {
      places.set(route.name, pathname + search)
      queue.push(...linksIn(await answer.text(), origin))
    }
  }
  return places
}

function linksIn(html: string, origin: string): string[] {
  const all = [...html.matchAll(/<(?:a|form)\b[^>]*\s(?:href|action)="([^"]+)"/g)].map(([, to = '']) => to)
  return all
    .map((to) => URL.parse(to.replaceAll('&amp;', '&'), origin))
    .filter((url) => url !== null && url.origin === origin)
    .map((url) => url?.href.slice(origin.length) ?? '')
    .map((to) => to.replace(/[?&]lang=\w+/, '').replace(/#.*$/, ''))
}
