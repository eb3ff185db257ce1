import type { Way } from '../tables.ts'

/** How many factors somebody shows by signing in: a passkey is having the device, and unlocking it (WebAuthn §6.1, flag UV). */
export function factorsOf(way: Way): 1 | 2 {
  return way === 'passkey' ? 2 : 1
}
