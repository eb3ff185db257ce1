import { parseDuration, type StorageKey } from '@samtale/policy'

/** A cookie that the policy declares. A `*` in its name stands for a part that varies. */
export interface DeclaredCookie {
  readonly name: string
  readonly purpose: string
  readonly lifetimeSeconds: number | 'session'
  /** Whether this server sets it; what another party's script sets is only ever removed by us. */
  readonly ours: boolean
}

const secondsOf = { year: 31_536_000, month: 2_419_200, week: 604_800, day: 86_400, hour: 3_600, minute: 60, second: 1 }

/** The cookies among what a policy declares for browsers. A month counts as the shortest there is: none outlives its time. */
export function declaredCookies(storage: Readonly<Record<string, StorageKey>>): DeclaredCookie[] {
  return Object.entries(storage).flatMap(([name, entry]) =>
    entry.store === 'cookie'
      ? [{ name, purpose: entry.purpose, ours: entry.party === undefined, lifetimeSeconds: seconds(entry.lifetime) }]
      : [],
  )
}

function seconds(lifetime: string): number | 'session' {
  if (lifetime === 'session') return 'session'
  return (parseDuration(lifetime) ?? []).reduce((sum, { unit, count }) => sum + secondsOf[unit] * count, 0)
}

/** The declaration that a cookie's name falls under. */
export function declarationOf(declared: readonly DeclaredCookie[], name: string): DeclaredCookie | undefined {
  return declared.find((cookie) => matches(cookie.name, name))
}

function matches(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.+')}$`).test(name)
}

/** Names and values of a `Cookie` header (RFC 6265 §4.2.1). */
export function readCookies(header: string | undefined): { name: string; value: string }[] {
  return (header ?? '').split(';').flatMap((pair) => {
    const [name, value] = halves(pair)
    return name === '' || value === null ? [] : [{ name, value }]
  })
}

/** A cookie as its declaration wants it, whatever attributes were asked for; null where it may not be set. */
export function redeclared(header: string, declared: readonly DeclaredCookie[], secure: boolean): string | null {
  const [pair = '', ...attributes] = header.split(';')
  const [name, value] = halves(pair)
  const cookie = declarationOf(declared, name)
  if (value === null || cookie === undefined) return null
  const asked = new Map(attributes.map((attribute) => lowered(halves(attribute))))
  const maxAge = askedSeconds(asked)
  if (maxAge !== null && maxAge <= 0) return removal(name, secure, asked.get('domain') ?? null)
  return cookie.ours && !cookie.name.includes('*') ? setting(cookie, value, maxAge, secure) : null
}

/** What removes a cookie, also one that scripts can't see. The domain is the one that it was set for, if it was for one. */
export function removal(name: string, secure: boolean, domain: string | null): string {
  const scope = domain === null || name.startsWith('__Host-') ? '' : `; Domain=${domain}`
  return `${name}=; Path=/; Max-Age=0${scope}${mustBeSecure(name, secure) ? '; Secure' : ''}; HttpOnly; SameSite=Lax`
}

// For this host alone, never sent with requests that other sites start (RFC 6265bis §4.1.2, §4.1.3).
function setting(
  { name, lifetimeSeconds }: DeclaredCookie,
  value: string,
  asked: number | null,
  secure: boolean,
): string {
  const most = lifetimeSeconds === 'session' ? null : Math.min(asked ?? lifetimeSeconds, lifetimeSeconds)
  const lifetime = most === null ? '' : `; Max-Age=${most}`
  return `${name}=${value}; Path=/${lifetime}${mustBeSecure(name, secure) ? '; Secure' : ''}; HttpOnly; SameSite=Lax`
}

function mustBeSecure(name: string, secure: boolean): boolean {
  return secure || /^__(?:Host|Secure|Http|Host-Http)-/i.test(name)
}

/** `Max-Age` goes before `Expires` (RFC 6265 §5.3); null where neither is given. */
function askedSeconds(attributes: ReadonlyMap<string, string | null>): number | null {
  const maxAge = attributes.get('max-age')
  if (maxAge && /^-?\d+$/.test(maxAge)) return Number(maxAge)
  const expires = Date.parse(attributes.get('expires') ?? '')
  return Number.isNaN(expires) ? null : Math.floor((expires - Date.now()) / 1_000)
}

function halves(pair: string): [string, string | null] {
  const at = pair.indexOf('=')
  return at < 0 ? [pair.trim(), null] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
}

function lowered([name, value]: [string, string | null]): [string, string | null] {
  return [name.toLowerCase(), value]
}
