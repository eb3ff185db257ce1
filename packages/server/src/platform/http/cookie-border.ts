import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { ReportRefusal } from '../refusals.ts'
import { declarationOf, readCookies, redeclared, type DeclaredCookie } from './cookies.ts'

export interface CookieBorder {
  readonly declared: readonly DeclaredCookie[]
  /** Whether people come by HTTPS. */
  readonly secure: boolean
}

/**
 * The one border that cookies pass, both ways, whoever sets or reads them. An undeclared one never leaves the server and
 * never reaches a handler; a declared one leaves with the attributes of its declaration.
 */
export function guardCookies(server: FastifyInstance, border: CookieBorder, refused: ReportRefusal): void {
  server.addHook('onRequest', async (request, reply) => {
    hideUndeclared(request.raw, border.declared)
    guardHead(reply.raw, border, refused)
  })
}

function hideUndeclared({ headers, rawHeaders }: IncomingMessage, declared: readonly DeclaredCookie[]): void {
  if (headers.cookie === undefined) return
  const kept = readCookies(headers.cookie).filter(({ name }) => declarationOf(declared, name) !== undefined)
  const header = kept.map(({ name, value }) => `${name}=${value}`).join('; ')
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (rawHeaders[at]?.toLowerCase() === 'cookie') rawHeaders.splice(at, 2)
  }
  if (header === '') delete headers.cookie
  else {
    headers.cookie = header
    rawHeaders.push('Cookie', header)
  }
}

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[]

// Every head that Node writes, also an implied one, goes through `writeHead`.
function guardHead(raw: ServerResponse, border: CookieBorder, refused: ReportRefusal): void {
  const write = raw.writeHead.bind(raw)
  raw.writeHead = (status: number, reason?: string | Headers, given?: Headers): typeof raw => {
    const headers = entriesOf(typeof reason === 'string' ? given : reason)
    const own = headers.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, value]) => value)
    const asked = own.length > 0 ? own : [raw.getHeader('set-cookie') ?? []]
    const cookies = asked.flat().map((cookie) => redeclared(String(cookie), border.declared, border.secure))
    raw.removeHeader('set-cookie')
    if (cookies.includes(null)) refused('cookie.refused')
    const good = cookies.filter((cookie) => cookie !== null)
    if (good.length > 0) raw.setHeader('set-cookie', good)
    const others = gathered(headers.filter(([name]) => name.toLowerCase() !== 'set-cookie'))
    return typeof reason === 'string' ? write(status, reason, others) : write(status, others)
  }
}

/** Headers as `writeHead` takes them: an object, pairs, or names and values in turn. */
function entriesOf(headers: Headers | undefined): [string, OutgoingHttpHeader][] {
  if (headers === undefined) return []
  if (!Array.isArray(headers))
    return Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const pairs = headers.every((part) => Array.isArray(part)) ? headers : inPairs(headers)
  return pairs.map(([name = '', ...values]) => [name, values])
}

function inPairs(flat: readonly OutgoingHttpHeader[]): string[][] {
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[String(name), ...[flat[at + 1] ?? ''].flat().map(String)]] : []))
}

/** One value or list for each name, whichever way it is spelt. */
function gathered(headers: readonly [string, OutgoingHttpHeader][]): OutgoingHttpHeaders {
  const all: OutgoingHttpHeaders = {}
  for (const [name, value] of headers) {
    const before = all[name]
    all[name] = before === undefined ? value : [before, value].flat().map(String)
  }
  return all
}
