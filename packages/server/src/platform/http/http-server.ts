import { STATUS_CODES } from 'node:http'
import fastify, { type FastifyInstance } from 'fastify'
import { errorFields, type Log } from '../log.ts'

/** A key and certificate, PEM. */
export interface TlsFiles {
  key: string
  cert: string
}

export interface HttpOptions {
  tls: TlsFiles | null
  trustProxy: string[]
  log: Log
}

/**
 * The strictest Content Security Policy (W3C CSP3) that the web app runs under: everything comes from this origin,
 * nothing is inline, nobody frames it.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'permissions-policy':
    'camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), screen-wake-lock=(self), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** An HTTP server with our headers on every answer, and errors that tell a code and nothing else. */
export function createHttpServer(options: HttpOptions): FastifyInstance {
  const server = fastify({
    logger: false,
    trustProxy: options.trustProxy.length > 0 ? options.trustProxy : false,
    bodyLimit: 65_536,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 1_024 },
    // An address with broken percent signs is a wrong room name, which the page explains.
    rewriteUrl: ({ url = '/' }) => (isDecodable(url) ? url : '/%25'),
    ...(options.tls === null ? {} : { https: options.tls }),
  }) as FastifyInstance
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers)
    if (options.tls !== null) reply.header('strict-transport-security', 'max-age=86400')
  })
  server.setErrorHandler((error, _request, reply) => {
    const status = statusOf(error)
    if (status >= 500) options.log.error('http.request-failed', errorFields(error))
    return reply
      .code(status)
      .send({ error: status >= 500 ? 'server.internal' : 'request.invalid', status: STATUS_CODES[status] })
  })
  return server
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}
