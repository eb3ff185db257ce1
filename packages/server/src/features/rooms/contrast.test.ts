import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unreadable } from './brands.ts'
import { contrast, leastForText, nearestReadable, textOn } from './contrast.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)

test.each([
  ['#ffffff', '#000000', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#0f5c68', '#f3f6f8', 7.02],
])('%s on %s', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1)
})

test('text can be read on every colour that a room may have, and a colour near one that can’t be is found', () => {
  fc.assert(
    fc.property(colour, colour, (accent, ground) => {
      expect(contrast(textOn(ground), ground)).toBeGreaterThanOrEqual(leastForText)
      const nearest = nearestReadable(accent, ground)
      expect(unreadable({ accent: nearest, ground })).toBe(null)
      if (contrast(accent, ground) >= leastForText) expect(nearest).toBe(accent)
    }),
  )
})
