import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import { thumbprint } from './certificate-key.ts'
import { PublicKey } from './certificate.ts'
import type { Erasures } from './erasures.ts'

/** A set of JSON Web Keys (RFC 7517 §5), with one: Ed25519 for signatures (RFC 8037). */
const KeySet = z.object({
  keys: z.array(PublicKey.extend({ use: z.literal('sig'), alg: z.literal('EdDSA'), kid: z.string() })),
})

export const erasureRoutes = {
  'GET /.well-known/erasure-certificate-key.json': {
    access: 'anyone',
    reads: [],
    writes: [],
    answers: KeySet,
    errors: [],
  },
} as const satisfies RouteCatalogue

/** The key by which everybody can look whether a certificate is this installation's. */
export function registerErasureRoutes(server: FastifyInstance, { publicKey }: Pick<Erasures, 'publicKey'>): void {
  const key = { ...publicKey, use: 'sig', alg: 'EdDSA', kid: thumbprint(publicKey) } as const
  server.get('/.well-known/erasure-certificate-key.json', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send({ keys: [key] }),
  )
}
