/** A value as a document has it. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** A value of PostgreSQL's as a document has it: times in UTC (ISO 8601), bytes in base64, whole numbers too long for JSON as text. */
export function plainValue(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(plainValue)
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainValue(inner)]))
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return typeof value === 'bigint' ? value.toString() : null
}
