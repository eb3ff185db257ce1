import type { FastifyInstance, RouteOptions } from 'fastify'
import type * as z from 'zod'
import { StartupError } from '../startup-error.ts'
import type { HttpErrorCode } from './errors.ts'
import { rememberPages } from './page-of.ts'

/** What somebody can be in an organisation, least first: each may do what those before may. */
export const organisationRoles = ['member', 'host', 'admin', 'owner'] as const
export type OrganisationRole = (typeof organisationRoles)[number]

/** Who may ask, as the gate checks it (`gate.ts`). */
export type GuardedAccess = 'signed-in' | 'room-host' | `organisation-${OrganisationRole}` | 'operator'

/** What is declared about a route: who may ask, which personal data it has to do with, and what it answers. */
export interface RouteDeclaration {
  /**
   * `anyone`; `link`: who has the secret of a link that was sent to them; `signed-in`: who is signed in, and then what is
   * their own; `room-host`: who hosts the room in the path (`:room`); `organisation-…`: who is at least that in the
   * organisation in the path (`:organisation`); `operator`: who runs the installation; `this-machine`: only on the
   * listener that this machine alone reaches.
   */
  readonly access: 'anyone' | 'link' | 'this-machine' | GuardedAccess
  /** Takes forms with a file, of so many bytes at most (`uploads.ts`). */
  readonly takesFile?: number
  /** Only for who showed within the last ten minutes that they are it: before what can't be undone. */
  readonly fresh?: true
  /** Categories of the policy that are read to answer, and that are written. */
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  /**
   * `page`: HTML. `file`: something made before, the same for everybody, or a download. A schema: JSON, and whatever the
   * schema doesn't have is dropped from the answer.
   */
  readonly answers: 'page' | 'file' | z.core.$ZodType
  /** Codes that the answer may carry, beside those that every route may (`generalErrors`). */
  readonly errors: readonly HttpErrorCode[]
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Method and path, as in `GET /readyz`; one that ends with `/*` stands for all below it,
 * but `/*` itself for nothing else. `HEAD` goes with `GET`. */
export type RouteName = `${Method} /${string}`
export type RouteCatalogue = Readonly<Record<RouteName, RouteDeclaration>>

export interface RouteGuard {
  /** What is declared about the route that a request met; null where it met none. */
  declarationOf(request: { method: string; routeOptions: { url?: string | undefined } }): RouteDeclaration | null
  /** @throws StartupError `route.missing` where a declared route was registered by nobody. */
  refuseMissing(): void
}

/**
 * From now on a route that isn't declared can't be registered: `route.undeclared` stops the start. Routes for this
 * machine alone can't be registered on a server for others.
 */
export function guardRoutes(
  server: FastifyInstance,
  catalogue: RouteCatalogue,
  audience: 'anyone' | 'this-machine',
): RouteGuard {
  const registered = new Map<string, RouteDeclaration>()
  const seen = new Set<string>()
  server.addHook('onRoute', ({ method: methods, url }: RouteOptions) => {
    for (const method of [methods].flat()) {
      const [name, declaration] = declared(catalogue, `${method === 'HEAD' ? 'GET' : method} ${url}`) ?? []
      if (name === undefined || declaration === undefined || !mayBeAsked(declaration, audience))
        throw new StartupError('route.undeclared', `${method} ${url} is not in the catalogue of routes.`)
      seen.add(name)
      registered.set(`${method} ${url}`, declaration)
    }
  })
  rememberPages(server, (route) => registered.get(`GET ${route}`)?.answers === 'page')
  return {
    declarationOf: ({ method, routeOptions: { url } }) => registered.get(`${method} ${url}`) ?? null,
    refuseMissing: () => {
      const missing = Object.keys(catalogue).find((name) => !seen.has(name))
      if (missing !== undefined)
        throw new StartupError('route.missing', `${missing} is in the catalogue of routes, and nothing answers it.`)
    },
  }
}

function mayBeAsked({ access }: RouteDeclaration, audience: 'anyone' | 'this-machine'): boolean {
  return access !== 'this-machine' || audience === 'this-machine'
}

/** By the name itself, else by the longest one with `/*` above it. `/*` at the root would stand for everything: only for itself. */
function declared(catalogue: RouteCatalogue, name: string): [string, RouteDeclaration] | undefined {
  const all = Object.entries(catalogue)
  const above = all.filter(([key]) => /\/[^/ ]+\/\*$/.test(key) && name.startsWith(key.slice(0, -1)))
  return all.find(([key]) => key === name) ?? above.sort(([a], [b]) => b.length - a.length)[0]
}
