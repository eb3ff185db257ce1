import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { AddressPace } from '../../platform/http/address-pace.ts'
import type { RouteCatalogue } from '../../platform/http/routes.ts'
import type { Pages } from '../pages/index.ts'
import { thumbprint } from './certificate-key.ts'
import { askPage, checkPath, foundPage } from './certificate-pages.ts'
import { PublicKey, type Certificate } from './certificate.ts'
import type { Erasures } from './erasures.ts'
import { pageWords } from './page-words.ts'
import { isRight, verifyCertificate, type VerifiedCertificate } from './verify.ts'

const stylesheet = readFileSync(new URL('./erasure.css', import.meta.url), 'utf8')

/** A set of JSON Web Keys (RFC 7517 §5), with one: Ed25519 for signatures (RFC 8037). */
const KeySet = z.object({
  keys: z.array(PublicKey.extend({ use: z.literal('sig'), alg: z.literal('EdDSA'), kid: z.string() })),
})

const asked = { access: 'anyone', reads: [], writes: [], answers: 'page', errors: [] } as const

export const erasureRoutes = {
  'GET /.well-known/erasure-certificate-key.json': { ...asked, answers: KeySet },
  'GET /erasure-certificate': asked,
  'POST /erasure-certificate': asked,
  'GET /erasure.css': { ...asked, answers: 'file' },
} as const satisfies RouteCatalogue

export interface ErasureRouteParts {
  readonly erasures: Pick<Erasures, 'publicKey'>
  readonly pages: Pages
  readonly pace: AddressPace
  /** Whether the ledger has the end and the entries that a certificate names. */
  isInLedger(certificate: Certificate): Promise<boolean>
}

/** The key by which everybody can look whether a certificate is this installation's, and a page that does it. */
export function registerErasureRoutes(server: FastifyInstance, parts: ErasureRouteParts): void {
  const { erasures, pages, pace } = parts
  const { publicKey } = erasures
  const key = { ...publicKey, use: 'sig', alg: 'EdDSA', kid: thumbprint(publicKey) } as const
  server.get('/.well-known/erasure-certificate-key.json', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send({ keys: [key] }),
  )
  server.get('/erasure.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(stylesheet),
  )
  server.get(checkPath, (request, reply) => pages.send(request, reply, askPage(pages.languageOf(request))))
  server.post(checkPath, async (request, reply) => {
    const language = pages.languageOf(request)
    const file = pasted(request.body)
    if (file === null) return pages.send(request, reply, askPage(language, pageWords.empty))
    if (!pace.take(request.ip)) return pages.send(request, reply, askPage(language, pageWords.tooMany))
    return pages.send(request, reply, foundPage(language, await lookAt(parts, file)))
  })
}

async function lookAt({ erasures, isInLedger }: ErasureRouteParts, file: string): Promise<VerifiedCertificate> {
  const { certificate, findings } = verifyCertificate(file, [erasures.publicKey])
  // The ledger tells strangers nothing: it is asked about what this installation signed, alone.
  if (certificate === null || !isRight(findings)) return { certificate, findings }
  const inLedger = await isInLedger(certificate)
  return { certificate, findings: [...findings, inLedger ? 'certificate.ledger-right' : 'certificate.ledger-other'] }
}

/** A form takes spaces and line ends away from around a text, or puts them there; a certificate is one line. */
function pasted(body: unknown): string | null {
  const text = typeof body === 'object' && body !== null && 'certificate' in body ? body.certificate : null
  return typeof text === 'string' && text.trim() !== '' ? `${text.trim()}\n` : null
}
