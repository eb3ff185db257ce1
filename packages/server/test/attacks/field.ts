import type { InjectOptions } from 'fastify'
import type { Browser } from '../accounts/browser.ts'
import { formsIn, type Form } from '../whole/forms.ts'
import { listedRoutes, pathOf, type ListedRoute, type WholeServer } from '../whole/whole-server.ts'
import type { Role, World } from '../whole/world.ts'
import { expected } from './access.ts'

/** Where attacks are tried. */
export interface Field {
  readonly whole: WholeServer
  readonly world: World
  readonly routes: readonly ListedRoute[]
}

export type Answer = Awaited<ReturnType<Browser['get']>>

export function fieldOf(whole: WholeServer, world: World): Field {
  return { whole, world, routes: listedRoutes() }
}

export function browserOf({ whole, world }: Field, role: Role): Browser {
  return role === 'nobody' ? whole.browser() : world.people[role].browser
}

/** The first of those who may ask for a route. */
export function allowedTo(route: ListedRoute): Role {
  const all: Role[] = ['nobody', 'stranger', 'owner', 'operator']
  return all.find((role) => expected(route, role) === 'through') ?? 'nobody'
}

/** Its path, with what is there. */
export function placeOf({ world }: Field, route: ListedRoute): string {
  return pathOf(route, world.thingsFor(route.path))
}

/** A request as it is written, with somebody's cookies. */
export function raw({ whole }: Field, browser: Browser, request: InjectOptions): Promise<Answer> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { headers, ...others } = request
  return whole.server.inject({
    ...others,
    headers: {
      ...{ accept: 'text/html', host: 'skole.example', 'x-forwarded-for': browser.address },
      ...(cookie === '' ? {} : { cookie }),
      ...headers,
    },
  })
}

/** What would end somebody's session, account or things: it is left alone while others are tried. */
const ending = /delete|remove|sign-out|sessions|leave|withdraw|end|erase|revoke|restrict|suspen[ds]/

/** Every form that somebody finds on the pages of the table, with where it was found. */
export async function formsOf(field: Field): Promise<{ role: Role; page: string; form: Form }[]> {
  const found = new Map<string, { role: Role; page: string; form: Form }>()
  for (const route of field.routes.filter(({ method, answers }) => method === 'GET' && answers === 'page')) {
    const role = allowedTo(route)
    const page = placeOf(field, route)
    const { body } = await browserOf(field, role).get(page)
    for (const form of formsIn(body)) {
      const [action = ''] = form.action.split('?')
      if (!ending.test(action)) found.set(`${form.method} ${action}`, { role, page, form })
    }
  }
  return [...found.values()]
}
