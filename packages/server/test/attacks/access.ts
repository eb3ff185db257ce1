import { organisationRoles } from '../../src/platform/http/routes.ts'
import type { Browser } from '../accounts/browser.ts'
import { pathOf, type ListedRoute } from '../whole/whole-server.ts'
import type { Role, World } from '../whole/world.ts'

/** What somebody meets who asks. `factor`: they are led to their second factor first. */
type Met = 'through' | 'sign-in' | 'factor' | 'nothing'

/** Roles whose people have shown no second factor. */
const bare: readonly Role[] = ['stranger', 'member', 'host', 'bare-operator']

/** What a route's declaration says that somebody meets there. */
export function expected({ access }: ListedRoute, role: Role): Met {
  if (['anyone', 'link', 'this-machine'].includes(access)) return 'through'
  if (role === 'nobody') return 'sign-in'
  // Who runs the installation, or an organisation, goes nowhere before a second factor is there.
  if (role === 'bare-operator') return 'factor'
  if (!isLet(access, role)) return 'nothing'
  const needsTwo = ['operator', 'organisation-admin', 'organisation-owner'].includes(access)
  return needsTwo && bare.includes(role) ? 'factor' : 'through'
}

function isLet(access: ListedRoute['access'], role: Role): boolean {
  if (access === 'signed-in') return true
  if (access === 'operator') return role === 'operator'
  const rank = organisationRoles.findIndex((one) => one === role)
  const needed = access === 'room-host' ? 'host' : access.slice('organisation-'.length)
  return rank >= 0 && rank >= organisationRoles.findIndex((one) => one === needed)
}

type Answer = Awaited<ReturnType<Browser['get']>>

/** What an answer shows that they met; programs are told alike that they aren't signed in, and that a factor is missing. */
export function met({ statusCode, headers: { location: to = '' } }: Answer, should: Met): Met {
  if (statusCode === 401 && should === 'factor') return 'factor'
  if (statusCode === 401 || to.startsWith('/sign-in?')) return 'sign-in'
  if (to.startsWith('/sign-in/factor?')) return 'factor'
  return statusCode === 404 ? 'nothing' : 'through'
}

/** Asks for a route as a page of ours would. */
export function ask(browser: Browser, route: ListedRoute, { thingsFor }: Pick<World, 'thingsFor'>) {
  const path = pathOf(route, thingsFor(route.path))
  if (route.method === 'GET') return browser.get(path)
  return typeof route.answers === 'string' ? browser.post(path, { name: 'x', yes: 'yes' }) : browser.json(path, {})
}
