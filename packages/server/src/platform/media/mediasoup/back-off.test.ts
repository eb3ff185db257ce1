import fc from 'fast-check'
import { expect, test } from 'vitest'
import { restartDelay } from './back-off.ts'

test('the first restart is at once, later ones ever later, up to ten seconds', () => {
  expect([0, 1, 2, 3].map(restartDelay)).toEqual([0, 200, 400, 800])
  fc.assert(
    fc.property(fc.nat(5_000), (failures) => {
      expect(restartDelay(failures + 1)).toBeGreaterThanOrEqual(restartDelay(failures))
      expect(restartDelay(failures)).toBeLessThanOrEqual(10_000)
    }),
  )
})
