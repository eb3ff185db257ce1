import type { FastifyRequest } from 'fastify'

/**
 * Whether the browser says by itself that it doesn't want to be followed: Global Privacy Control (`Sec-GPC`) or the older
 * `DNT`. It is honoured whatever the policy says.
 */
export function saysNo(request: Pick<FastifyRequest, 'headers'>): boolean {
  return request.headers['sec-gpc'] === '1' || request.headers['dnt'] === '1'
}
