import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Declarations } from '@samtale/policy'
import { policyAddresses, type PolicyList } from '@samtale/protocol'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { summaryOf, type PolicyText } from './policies.ts'

const asked = { access: 'anyone', reads: ['web.request'], writes: [], answers: 'file', errors: [] } as const

export const policiesRoutes = {
  'GET /api/v1/policies': asked,
  'GET /api/v1/policies/system': asked,
  'GET /api/v1/policies/:key': asked,
} as const satisfies RouteCatalogue

/** Something made before, the same for everybody. */
interface Made {
  readonly type: string
  readonly body: string
  /** RFC 9110 §8.8.3. */
  readonly tag: string
}

/**
 * What the page `/policies` judges in the browser: `GET /api/v1/policies` (the list), `/api/v1/policies/<key>` (a policy
 * as YAML, RFC 9512) and `/api/v1/policies/system` (what the code itself declares). None is about anybody.
 */
export function registerPoliciesRoutes(
  server: FastifyInstance,
  policies: readonly PolicyText[],
  system: Declarations,
): void {
  const texts = new Map(policies.map(({ key, text }) => [key, made('application/yaml; charset=utf-8', text)]))
  const declared = made('application/json; charset=utf-8', JSON.stringify(system))
  let list: Made | null = null
  server.get(policyAddresses.list, (request, reply) => {
    list ??= made('application/json; charset=utf-8', JSON.stringify(listOf(policies)))
    return answer(request, reply, list)
  })
  server.get(policyAddresses.system, (request, reply) => answer(request, reply, declared))
  server.get<{ Params: { key: string } }>('/api/v1/policies/:key', (request, reply) => {
    const text = texts.get(request.params.key)
    return text === undefined ? reply.callNotFound() : answer(request, reply, text)
  })
}

// Compiled when the list is first asked for: a start has no need of it.
function listOf(policies: readonly PolicyText[]): PolicyList {
  return { policies: policies.map(summaryOf) }
}

function made(type: string, body: string): Made {
  return { type, body, tag: `"${createHash('sha256').update(body).digest('base64url')}"` }
}

function answer(request: FastifyRequest, reply: FastifyReply, { type, body, tag }: Made): FastifyReply {
  void reply.headers({ etag: tag, 'cache-control': 'no-cache' })
  // Asked whether it is still the same (RFC 9110 §13.1.2).
  return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.type(type).send(body)
}
