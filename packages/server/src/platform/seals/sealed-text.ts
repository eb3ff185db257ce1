import { cipherOverhead, decrypt, encrypt } from './cipher.ts'
import { markBytes, type DataKey } from './data-key.ts'
import { SealError } from './seal-error.ts'
import type { Cell, Sealed } from './sealed.ts'

/** Texts are filled up to a multiple of this, in bytes of UTF-8, so that a length tells little: NO and SE, yes and no. */
const blockBytes = 32

/** @throws SealError `seal.not-text` */
export function sealText<Category extends string>(
  { bytes, mark }: DataKey,
  cell: Cell<Category>,
  text: string,
): Sealed<Category> {
  if (!text.isWellFormed()) throw new SealError('seal.not-text')
  const secret = encrypt(bytes, bound(cell), fill(Buffer.from(text)))
  // The only place where a text becomes a sealed one.
  return `s1.${Buffer.concat([mark, secret]).toString('base64url')}` as Sealed<Category>
}

/** What stands in a sealed value. @throws SealError `seal.malformed`, `seal.version-unknown` */
export function parseSealed(value: string): Buffer {
  const [, version, body = ''] = /^s(\d{1,9})\.([\w-]+)$/.exec(value) ?? []
  if (version === undefined) throw new SealError('seal.malformed')
  if (version !== '1') throw new SealError('seal.version-unknown')
  const sealed = Buffer.from(body, 'base64url')
  const textBytes = sealed.length - markBytes - cipherOverhead
  // Several spellings of base64url decode to the same bytes; only one was written.
  const sound = textBytes > 0 && textBytes % blockBytes === 0 && sealed.toString('base64url') === body
  if (!sound) throw new SealError('seal.malformed')
  return sealed
}

/** Opens what `parseSealed` gave. @throws SealError `seal.key-gone`, `seal.refused` */
export function openText({ bytes, mark }: DataKey, cell: Cell, sealed: Buffer): string {
  if (!sealed.subarray(0, markBytes).equals(mark)) throw new SealError('seal.key-gone')
  const text = decrypt(bytes, bound(cell), sealed.subarray(markBytes))
  if (text === null) throw new SealError('seal.refused')
  return text.subarray(0, text.lastIndexOf(0x80)).toString()
}

// The category is bound through the key, which is of one category.
function bound({ table, column, record }: Cell): string[] {
  return ['sealed text 1', table, column, record]
}

// ISO/IEC 7816-4: one byte 80, then zeros.
function fill(text: Buffer): Buffer {
  const filled = Buffer.alloc(Math.ceil((text.length + 1) / blockBytes) * blockBytes)
  text.copy(filled)
  filled[text.length] = 0x80
  return filled
}
