import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanDisplayName } from './display-name.ts'
import { limits } from './limits.ts'

const count = (text: string) => [...new Intl.Segmenter().segment(text)].length

test.each([
  ['  Ola   Nordmann ', 'Ola Nordmann'],
  ['Åse\u0301', 'Åsé'],
  ['a\u202eb\u0000c\u2066d', 'abcd'],
  ['\u200b\u2060', ''],
  ['line\nbreak', 'line break'],
  ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
])('%j is shown as %j', (input, shown) => {
  expect(cleanDisplayName(input)).toBe(shown)
})

test('64 emoji fit, the 65th does not', () => {
  const family = '👩‍👩‍👧‍👦'
  expect(cleanDisplayName(family.repeat(64))).toBe(family.repeat(64))
  expect(count(cleanDisplayName(family.repeat(65)))).toBe(64)
})

test('a tower of combining marks is cut down', () => {
  expect(cleanDisplayName(`a${'\u0300'.repeat(500)}`).length).toBeLessThanOrEqual(16)
})

test('whatever is given, what is shown is short, stays the same when cleaned again, and has no control characters', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (input) => {
      const shown = cleanDisplayName(input)
      expect(cleanDisplayName(shown)).toBe(shown)
      expect(count(shown)).toBeLessThanOrEqual(limits.nameGraphemes)
      expect(shown).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
})
