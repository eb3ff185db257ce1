import type { FastifyRequest } from 'fastify'

/** What stands after the question mark of an address, each as often as it was sent. */
export function queryOf({ url }: Pick<FastifyRequest, 'url'>): URLSearchParams {
  return new URLSearchParams(url.split('?')[1] ?? '')
}
