/** Whether two `postgres://…` addresses plainly lead to one database; a name that hides it is noticed when it is opened. */
export function isSameDatabase(one: URL, other: URL): boolean {
  return spell(one) === spell(other)
}

// As libpq reads an address (PostgreSQL §34.1.1.2): `?host=` overrules, and a database is named after its user.
function spell(url: URL): string {
  const stated = (name: string): string | null => url.searchParams.get(name)
  const host = (stated('host') ?? decodeURIComponent(url.hostname)).toLowerCase()
  const user = stated('user') ?? decodeURIComponent(url.username)
  const database = stated('dbname') ?? decodeURIComponent(url.pathname.slice(1))
  const isThisMachine = ['', 'localhost', '127.0.0.1', '[::1]', '::1'].includes(host)
  return JSON.stringify([isThisMachine ? 'localhost' : host, stated('port') || url.port || '5432', database || user])
}
