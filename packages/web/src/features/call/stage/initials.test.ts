import { cleanDisplayName } from '@samtale/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groundOf, initialsOf } from './initials.ts'

test.each([
  ['Ola', 'O'],
  ['Kari Nordmann', 'KN'],
  ['Åse Marie Ødegård', 'ÅØ'],
  ['👩🏽‍🚀 Astronaut', '👩🏽‍🚀A'],
  ['', ''],
])('%s has the initials %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

const typed = fc
  .array(fc.constantFrom('a', 'ß', 'Å', ' ', '👩‍👩‍👧‍👦', '🇳🇴', 'e\u0301', '\u200d', '7'))
  .map((parts) => parts.join(''))

test('any name has at most two graphemes and a ground that stays', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  fc.assert(
    fc.property(typed.map(cleanDisplayName), (name) => {
      expect([...segmenter.segment(initialsOf(name).toLowerCase())].length).toBeLessThanOrEqual(4)
      expect(groundOf(name)).toBe(groundOf(name))
      expect(groundOf(name)).toBeGreaterThanOrEqual(1)
      expect(groundOf(name)).toBeLessThanOrEqual(6)
    }),
  )
})
