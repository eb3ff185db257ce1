import type { StorageKey } from '@samtale/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { declarationOf, declaredCookies, readCookies, removal } from './cookies.ts'

/** Names of the cookies among what is declared for browsers; those with a `*` are never set by us. */
export type CookieName<Storage> = {
  [Name in keyof Storage & string]: Storage[Name] extends { readonly store: 'cookie' }
    ? Name extends `${string}*${string}`
      ? never
      : Name
    : never
}[keyof Storage & string]

export interface CookieJar<Name extends string> {
  /** The value is any text; the attributes are those of the declaration. */
  set(reply: FastifyReply, name: Name, value: string): void
  read(request: FastifyRequest, name: Name): string | undefined
  /**
   * Removes every cookie of some purposes, as withdrawal wants it: also those that scripts can't see, those of other
   * parties' scripts, and those set for the domain above. `all` empties the browser's storage of this site too
   * (W3C Clear Site Data §3.1).
   */
  remove(request: FastifyRequest, reply: FastifyReply, purposes: readonly string[] | 'all'): void
}

/** Cookies by their declared names; one that isn't declared doesn't compile. */
export function createCookieJar<const Storage extends Readonly<Record<string, StorageKey>>>(
  storage: Storage,
  publicUrl: URL,
): CookieJar<CookieName<Storage>> {
  const declared = declaredCookies(storage)
  const secure = publicUrl.protocol === 'https:'
  const domains = [null, ...domainsAbove(publicUrl.hostname)]
  return {
    set: (reply, name, value) => void reply.header('set-cookie', `${name}=${encodeURIComponent(value)}`),
    read: (request, name) => {
      const found = readCookies(request.headers.cookie).find((cookie) => cookie.name === name)
      return found === undefined ? undefined : decoded(found.value)
    },
    remove: (request, reply, purposes) => {
      const sent = readCookies(request.headers.cookie).map(({ name }) => name)
      const names = new Set([...declared.map(({ name }) => name).filter((name) => !name.includes('*')), ...sent])
      for (const name of names) {
        const purpose = declarationOf(declared, name)?.purpose
        if (purpose === undefined || (purposes !== 'all' && !purposes.includes(purpose))) continue
        for (const domain of domains) reply.header('set-cookie', removal(name, secure, domain))
      }
      if (purposes === 'all') reply.header('clear-site-data', '"cookies", "storage"')
    },
  }
}

/** Cookies that a library reads: those that are declared, as the browser sent them. */
export function cookiesOf(request: FastifyRequest): string {
  return request.headers.cookie ?? ''
}

/** Cookies that a library sets, as it writes them; those that aren't declared don't pass the border. */
export function passCookies(reply: FastifyReply, cookies: readonly string[]): FastifyReply {
  for (const cookie of cookies) reply.header('set-cookie', cookie)
  return reply
}

/** The host and the domains above it that a script may have set a cookie for; browsers ignore those that are public. */
function domainsAbove(host: string): string[] {
  const labels = host.split('.')
  if (/^[\d.]+$|^\[|^[^.]+$/.test(host)) return []
  return labels.slice(0, -1).map((_label, at) => labels.slice(at).join('.'))
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
