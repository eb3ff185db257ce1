import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoff } from './backoff.ts'

test('waits grow, stay within five seconds, and differ between people', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const wait = backoff(attempt, random)
      expect(wait).toBeGreaterThanOrEqual(100)
      expect(wait).toBeLessThanOrEqual(5_000)
      expect(backoff(attempt + 1, random)).toBeGreaterThanOrEqual(wait)
    }),
  )
  expect(backoff(3, 0)).not.toBe(backoff(3, 1))
})
