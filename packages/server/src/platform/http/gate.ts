import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpRefusal } from './errors.ts'
import type { GuardedAccess, RouteDeclaration, RouteGuard } from './routes.ts'
import { refuseOtherSites } from './same-origin.ts'

/** What the route that was met says about who may ask. */
export type Guarded = RouteDeclaration & { readonly access: GuardedAccess }

/**
 * Lets a request through, or answers it itself (gives the reply). Nothing of the body has been read.
 * @throws HttpRefusal
 */
export type Gate = (request: FastifyRequest, reply: FastifyReply, declaration: Guarded) => Promise<FastifyReply | null>

/**
 * What a route's declaration says about who may ask is the check itself: no handler of such a route runs before the gate
 * let the request through. What other sites send never gets there.
 */
export function guardAccess(
  server: FastifyInstance,
  { declarationOf }: Pick<RouteGuard, 'declarationOf'>,
  gate: Gate | undefined,
): void {
  server.addHook('onRequest', async (request, reply) => {
    const declaration = declarationOf(request)
    if (declaration === null || !isGuarded(declaration)) return
    if (gate === undefined) throw new HttpRefusal('not-found')
    if (request.method !== 'GET' && request.method !== 'HEAD') refuseOtherSites(request.headers)
    // A form that is sent tells its origin to us, and nobody else learns where somebody was.
    reply.headers({ 'x-robots-tag': 'noindex', 'referrer-policy': 'same-origin', 'cache-control': 'no-store' })
    const answered = await gate(request, reply, declaration)
    if (answered !== null) return answered
  })
}

function isGuarded(declaration: RouteDeclaration): declaration is Guarded {
  return !['anyone', 'link', 'this-machine'].includes(declaration.access)
}
