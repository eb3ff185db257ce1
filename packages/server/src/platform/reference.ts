import { randomInt } from 'node:crypto'

/** Digits and letters that aren't taken for each other (Crockford's base 32). */
const characters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const shape = /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/

/** A new reference, such as `7KQ2M-XD94F`: 50 random bits, which tell nothing of other tickets or of how many there are. */
export function newReference(): string {
  const text = Array.from({ length: 10 }, () => characters[randomInt(characters.length)]).join('')
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

/** A reference as somebody typed it, or null where it can be none: small letters, o for 0, i and l for 1, dash or not. */
export function readReference(text: string): string | null {
  const plain = text.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replace(/[\s-]/g, '')
  const reference = `${plain.slice(0, 5)}-${plain.slice(5)}`
  return shape.test(reference) ? reference : null
}
