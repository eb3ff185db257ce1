import { STATUS_CODES } from 'node:http'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { holdsCardNumber } from '../card-numbers.ts'
import { errorFields, type Log } from '../log.ts'
import type { ReportRefusal } from '../refusals.ts'
import { guardAnswers } from './answers.ts'
import { contentSecurityPolicy, type Recipients } from './content-security-policy.ts'
import { guardCookies } from './cookie-border.ts'
import type { DeclaredCookie } from './cookies.ts'
import { HttpRefusal, type HttpErrorCode } from './errors.ts'
import { guardAccess, type Gate } from './gate.ts'
import { guardRoutes, type RouteCatalogue } from './routes.ts'
import { takeUploads } from './uploads.ts'

/** A key and certificate, PEM. */
export interface TlsFiles {
  key: string
  cert: string
}

/** What the policy in force lets pass. */
export interface HttpPolicy {
  readonly cookies: readonly DeclaredCookie[]
  readonly recipients: Recipients
  /** What the person behind a request said yes to; nothing, where it isn't said. */
  consentsOf?(request: FastifyRequest): ReadonlySet<string>
}

export interface HttpOptions {
  tls: TlsFiles | null
  trustProxy: string[]
  log: Log
  refused: ReportRefusal
  /** Every route that may be asked here. */
  routes: RouteCatalogue
  /** Whether others than this machine can come. */
  audience?: 'anyone' | 'this-machine'
  /** Whether people come by HTTPS, to us or to a proxy before us. */
  secure: boolean
  policy: HttpPolicy
  /** Answers a person who asked for a page, in place of the code; the status is set. */
  errorPage?(request: FastifyRequest, reply: FastifyReply, code: HttpErrorCode): FastifyReply
  /** Lets through who may ask what not everybody may; without it nobody may. */
  gate?: Gate
}

const headers = {
  'permissions-policy':
    'camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), screen-wake-lock=(self), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/**
 * An HTTP server with our headers on every answer, and errors that tell a code and nothing else. What isn't declared
 * doesn't pass: routes, cookies, fields of answers; nor does a payment card's number in what is sent.
 */
export function createHttpServer(options: HttpOptions): { server: FastifyInstance; refuseMissingRoutes(): void } {
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
  const { cookies, recipients, consentsOf } = options.policy
  guardCookies(server, { declared: cookies, secure: options.secure }, options.refused)
  const policyFor = policies(recipients)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...headers, 'content-security-policy': policyFor(consentsOf?.(request) ?? new Set()) })
    if (options.tls !== null) reply.header('strict-transport-security', 'max-age=86400')
  })
  server.addHook('preValidation', async ({ body, query }) => {
    if (holdsCardNumber(body) || holdsCardNumber(query)) throw new HttpRefusal('card.number-refused')
  })
  const guard = guardRoutes(server, options.routes, options.audience ?? 'anyone')
  guardAccess(server, guard, options.gate)
  guardAnswers(server, guard, options.refused)
  takeUploads(server, guard)
  server.setErrorHandler((error, request, reply) => {
    const status = statusOf(error)
    if (status >= 500) options.log.error('http.request-failed', errorFields(error))
    const code = codeOf(error, status)
    const isPage = guard.declarationOf(request)?.answers === 'page' && request.headers.accept?.includes('text/html')
    if (isPage && options.errorPage) return options.errorPage(request, reply.code(status), code)
    return reply.code(status).send({ error: code, status: STATUS_CODES[status] })
  })
  server.setNotFoundHandler((request, reply) => {
    const code = 'not-found'
    // Somebody who opens an address in a browser is told on a page.
    const isPage = request.headers.accept?.includes('text/html')
    if (isPage && options.errorPage) return options.errorPage(request, reply.code(404), code)
    return reply.code(404).send({ error: code, status: STATUS_CODES[404] })
  })
  return { server, refuseMissingRoutes: guard.refuseMissing }
}

/** The Content Security Policy for each set of consents that matters to it, made once. */
function policies(recipients: Recipients): (consents: ReadonlySet<string>) => string {
  const made = new Map<string, string>()
  const asked = [...new Set(Object.values(recipients).flatMap(({ browser }) => browser?.consent ?? []))]
  return (consents) => {
    const key = asked.filter((consent) => consents.has(consent)).join(' ')
    const policy = made.get(key) ?? contentSecurityPolicy(recipients, { consents })
    made.set(key, policy)
    return policy
  }
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

function codeOf(error: unknown, status: number): HttpErrorCode {
  if (error instanceof HttpRefusal) return error.code
  return status >= 500 ? 'server.internal' : 'request.invalid'
}
