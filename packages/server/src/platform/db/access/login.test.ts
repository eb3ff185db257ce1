import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { derivePassword, scramVerifier } from './login.ts'

test('a password follows from the owner’s and from the role, and from nothing else', () => {
  const password = derivePassword('hunter2', 'samtale_1_app')
  expect(password).toMatch(/^[\w-]{43}$/)
  expect(derivePassword('hunter2', 'samtale_1_app')).toBe(password)
  expect(derivePassword('hunter3', 'samtale_1_app')).not.toBe(password)
  expect(derivePassword('hunter2', 'samtale_2_app')).not.toBe(password)
  expect(derivePassword(undefined, 'samtale_1_app')).toBeNull()
  expect(derivePassword('', 'samtale_1_app')).toBeNull()
})

test('what the server keeps proves the password, as RFC 5802 §3 has it, and does not tell it', () => {
  const password = derivePassword('hunter2', 'samtale_1_app') ?? ''
  const verifier = scramVerifier(password, 'samtale_1_app')
  const [, rounds, salt, stored, server] = /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):(.+)$/.exec(verifier) ?? []
  const salted = pbkdf2Sync(password, Buffer.from(salt ?? '', 'base64'), Number(rounds), 32, 'sha256')
  const clientKey = createHmac('sha256', salted).update('Client Key').digest()
  expect(createHash('sha256').update(clientKey).digest('base64')).toBe(stored)
  expect(createHmac('sha256', salted).update('Server Key').digest('base64')).toBe(server)
  expect(verifier).not.toContain(password)
  expect(Buffer.from(salt ?? '', 'base64')).toHaveLength(16)
})
