import type { Config } from '../platform/config/config.ts'
import type { Destination } from '../platform/egress/destinations.ts'

/** Everything that the configuration has the server connect to. What isn't here is refused with `egress.undeclared`. */
export function configuredDestinations({ databaseUrl, keysDatabaseUrl, mail }: Config): Destination[] {
  const databases = [databaseUrl, keysDatabaseUrl].flatMap((url) => (url === null ? [] : [databaseAt(new URL(url))]))
  return mail.smtp === null
    ? databases
    : [...databases, { host: mail.smtp.host, port: mail.smtp.port, recipient: null }]
}

/** A PostgreSQL server, or the socket file of one (libpq's manual, “Connection Strings”). */
function databaseAt(url: URL): Destination {
  const port = Number(url.searchParams.get('port') ?? (url.port || 5_432))
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname)
  if (host.startsWith('/')) return { path: `${host}/.s.PGSQL.${port}` }
  return { host: host || 'localhost', port, recipient: null }
}
