import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from './limits.ts'
import { canonicalRoomName, reservedNames } from './room-name.ts'

test.each([
  ['Our  Kitchen Table', 'our-kitchen-table'],
  ['  blåbær_øy ', 'blåbær-øy'],
  ['Ａｂｃ', 'abc'],
  ['日本語の部屋', '日本語の部屋'],
  ['-a--b-', 'a-b'],
  ['İstanbul', 'i̇stanbul'],
])('%j is the room %j', (input, name) => {
  expect(canonicalRoomName(input)).toEqual({ ok: true, name })
})

test.each([
  '',
  '   ',
  '-',
  'a/b',
  '../x',
  'a.b',
  'a#b',
  'a?b',
  'a%20b',
  '<b>',
  'a\u0000b',
  '\u202ealice',
  '👋',
  'a'.repeat(65),
  'a'.repeat(300),
  'x'.repeat(1e6),
])('%.20j is no name', (input) => {
  expect(canonicalRoomName(input)).toEqual({ ok: false, problem: 'room.name-invalid' })
})

test('pages of the server are no rooms, however they are written', () => {
  for (const name of reservedNames) {
    expect(canonicalRoomName(name.toUpperCase())).toEqual({ ok: false, problem: 'room.name-reserved' })
  }
})

test('a canonical name is its own canonical name, and stands in an address as one segment', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string()), (input) => {
      const result = canonicalRoomName(input)
      if (!result.ok) return
      expect(canonicalRoomName(result.name)).toEqual(result)
      expect(result.name.length).toBeLessThanOrEqual(limits.roomNameCharacters)
      const url = new URL(`/${encodeURIComponent(result.name)}`, 'http://localhost')
      expect(decodeURIComponent(url.pathname.slice(1))).toBe(result.name)
    }),
  )
})
