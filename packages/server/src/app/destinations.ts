import { addressKind } from '../platform/address-kind.ts'
import type { Config } from '../platform/config/config.ts'
import type { Destination } from '../platform/egress/destinations.ts'

/** Everything that the configuration has the server connect to. What isn't here is refused with `egress.undeclared`. */
export function configuredDestinations({ databaseUrl, keysDatabaseUrl, mail, signIn }: Config): Destination[] {
  const databases = [databaseUrl, keysDatabaseUrl].flatMap((url) => (url === null ? [] : [databaseAt(new URL(url))]))
  // Others who sign people in are recipients of the policy, and reached as such.
  const own = [signIn.provider?.issuer ?? [], signIn.sms?.address ?? []].flat().filter(isOurs)
  const beside = own.map((url) => ({ host: hostOf(url), port: portOf(url), recipient: null }))
  return mail.smtp === null
    ? [...databases, ...beside]
    : [...databases, ...beside, { host: mail.smtp.host, port: mail.smtp.port, recipient: null }]
}

/** This machine, or an address in numbers of the operator's own network: nobody else is there. */
export function isOurs(url: URL): boolean {
  return ['loopback', 'private'].includes(addressKind(hostOf(url)))
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

function portOf({ port, protocol }: URL): number {
  return Number(port) || (protocol === 'https:' ? 443 : 80)
}

/** A PostgreSQL server, or the socket file of one (libpq's manual, “Connection Strings”). */
function databaseAt(url: URL): Destination {
  const port = Number(url.searchParams.get('port') ?? (url.port || 5_432))
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname)
  if (host.startsWith('/')) return { path: `${host}/.s.PGSQL.${port}` }
  return { host: host || 'localhost', port, recipient: null }
}
