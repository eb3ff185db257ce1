import { declaredName } from './declared.ts'

/** A cookie as `document.cookie` takes it (RFC 6265 §4.1.1), with the life that its declaration allows; null where it may not be set. */
export function allowedCookie(text: string, declared: Readonly<Record<string, number | null>>): string | null {
  const [pair = '', ...attributes] = text.split(';')
  const name = pair.includes('=') ? pair.slice(0, pair.indexOf('=')).trim() : ''
  if (removes(attributes)) return text
  const pattern = declaredName(Object.keys(declared), name)
  if (pattern === undefined) return null
  const most = declared[pattern] ?? null
  const others = attributes.filter((attribute) => !/^\s*(?:max-age|expires)\s*=/i.test(attribute))
  if (most === null) return [pair, ...others].join(';')
  return [pair, ...others, ` Max-Age=${Math.min(most, askedSeconds(attributes) ?? most)}`].join(';')
}

function removes(attributes: readonly string[]): boolean {
  const asked = askedSeconds(attributes)
  return asked !== null && asked <= 0
}

function askedSeconds(attributes: readonly string[]): number | null {
  const maxAge = valueOf(attributes, 'max-age')
  if (maxAge !== null && /^-?\d+$/.test(maxAge)) return Number(maxAge)
  const expires = Date.parse(valueOf(attributes, 'expires') ?? '')
  return Number.isNaN(expires) ? null : Math.floor((expires - Date.now()) / 1_000)
}

function valueOf(attributes: readonly string[], name: string): string | null {
  const found = attributes
    .map((attribute) => attribute.split('='))
    .find(([key = '']) => key.trim().toLowerCase() === name)
  return found?.[1]?.trim() ?? null
}
