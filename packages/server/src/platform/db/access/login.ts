import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'

/** What RFC 7677 asks for at least. The password has 256 random bits, which more rounds don't help. */
const rounds = 4096

/**
 * The password of the login that the server works as: derived from the owner's, so that every node of an installation
 * knows it and nobody has to set it. Null where the owner has none.
 */
export function derivePassword(ownersPassword: string | undefined, login: string): string | null {
  if (ownersPassword === undefined || ownersPassword === '') return null
  return derived(ownersPassword, `password of ${login}`).toString('base64url')
}

/**
 * What the server keeps of a password in place of it (SCRAM-SHA-256, RFC 5803 §3, RFC 7677), so that the password itself
 * reaches neither its log nor its statistics.
 */
export function scramVerifier(password: string, login: string): string {
  const salt = derived(password, `salt of ${login}`).subarray(0, 16)
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256')
  const clientKey = createHmac('sha256', salted).update('Client Key').digest()
  const storedKey = createHash('sha256').update(clientKey).digest('base64')
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}

function derived(secret: string, what: string): Buffer {
  return createHmac('sha256', secret).update(`samtale: ${what}`).digest()
}
