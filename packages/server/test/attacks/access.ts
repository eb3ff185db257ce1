import { organisationRoles } from '../../src/platform/http/routes.ts'
import type { Browser } from '../accounts/browser.ts'
import { pathOf, type ListedRoute } from '../whole/whole-server.ts'
import type { Role, World } from '../whole/world.ts'

/** What somebody meets who asks. They are led: `factor` to their second factor, `appeal` to why their account is closed. */
type Met = 'through' | 'sign-in' | 'factor' | 'appeal' | 'nothing'

/** Roles whose people have shown no second factor. */
const bare: readonly Role[] = ['stranger', 'member', 'host', 'bare-operator']

/** What a route's declaration says that somebody meets there. */
export function expected({ access, path }: ListedRoute, role: Role): Met {
  if (['anyone', 'link', 'this-machine'].includes(access)) return 'through'
  if (role === 'nobody') return 'sign-in'
  // Who runs the installation, or an organisation, goes nowhere before a second factor is there.
  if (role === 'bare-operator') return 'factor'
  // What is one's own stays: seeing it, taking it along, deleting it, and saying something against it.
  if (role === 'suspended') return /^\/(?:account|appeal)(?:\/|$)/.test(path) ? 'through' : 'appeal'
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
  if (statusCode === 401 && (should === 'factor' || should === 'appeal')) return should
  if (statusCode === 401 || to.startsWith('/sign-in?')) return 'sign-in'
  if (to.startsWith('/sign-in/factor?')) return 'factor'
  if (to.startsWith('/appeal?')) return 'appeal'
  return statusCode === 404 ? 'nothing' : 'through'
}

/** Asks for a route as a page of ours would. */
export function ask(browser: Browser, route: ListedRoute, { thingsFor }: Pick<World, 'thingsFor'>) {
  const path = pathOf(route, thingsFor(route.path))
  if (route.method === 'GET') return browser.get(path)
  return typeof route.answers === 'string' ? browser.post(path, { name: 'x', yes: 'yes' }) : browser.json(path, {})
}
