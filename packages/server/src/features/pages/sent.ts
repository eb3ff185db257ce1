import type { Sent } from './form.ts'

/** Fields of a form that was sent; one that came twice is none. */
export function fieldsOf(body: unknown): Sent {
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return Object.fromEntries(fields.filter((field): field is [string, string] => typeof field[1] === 'string'))
}
