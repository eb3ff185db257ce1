import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** What encryption adds to a text, in bytes. */
export const cipherOverhead = nonceBytes + tagBytes

/** A new key of AES-256. */
export function newKey(): Buffer {
  return randomBytes(32)
}

/**
 * AES-256-GCM (NIST SP 800-38D) under a random nonce of 96 bits: nonce, text, tag of 128 bits. `bound` is authenticated
 * and not kept; each of its parts counts by itself.
 */
export function encrypt(key: Buffer, bound: readonly (string | number)[], text: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(JSON.stringify(bound)))
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()])
}

/** Null where the key, what is bound or any bit is another than at encryption. */
export function decrypt(key: Buffer, bound: readonly (string | number)[], secret: Buffer): Buffer | null {
  if (secret.length < cipherOverhead) return null
  const decipher = createDecipheriv(algorithm, key, secret.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(JSON.stringify(bound)))
  decipher.setAuthTag(secret.subarray(-tagBytes))
  const text = decipher.update(secret.subarray(nonceBytes, -tagBytes))
  try {
    return Buffer.concat([text, decipher.final()])
  } catch {
    return null
  }
}
