import { expect, test } from 'vitest'
import { codeAt, newSecret, otpauthAddress, stepOf } from './totp.ts'

// RFC 6238 appendix B, SHA-1, the last six of its eight digits; its secret is “12345678901234567890” in base32.
const rfc = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
test.for([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
] as const)('the code at %i s is that of RFC 6238', ([seconds, code]) => {
  const step = Math.floor(seconds / 30)
  expect(codeAt(rfc, step)).toBe(code)
  expect(stepOf(rfc, code, new Date(seconds * 1_000))).toBe(step)
})

test('a code counts in its step and in those beside it, and in no other', () => {
  const secret = newSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  const at = (step: number) => new Date(step * 30_000)
  const code = codeAt(secret, 1_000)
  for (const step of [999, 1_000, 1_001]) expect(stepOf(secret, code, at(step))).toBe(1_000)
  for (const step of [997, 1_003]) expect(stepOf(secret, code, at(step))).not.toBe(1_000)
  expect(stepOf(secret, '', at(1_000))).toBeNull()
  expect(stepOf(secret, `${code}0`, at(1_000))).toBeNull()
})

test('what a code app reads names the service and the account, and breaks out of neither', () => {
  const made = new URL(otpauthAddress(rfc, 'A & B', 'a:b@hjem.example?x=1'))
  expect(made.searchParams.get('issuer')).toBe('A & B')
  expect(made.searchParams.get('secret')).toBe(rfc)
  expect(made.searchParams.has('x')).toBe(false)
})
