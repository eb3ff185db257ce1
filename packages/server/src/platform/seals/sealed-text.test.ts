import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newDataKey, type DataKey } from './data-key.ts'
import { openText, parseSealed, sealText } from './sealed-text.ts'
import type { Cell } from './sealed.ts'

const key = newDataKey()
const cell: Cell = { table: 'ticket', column: 'email', record: 'record-1', category: 'contact.email' }
const unicode = fc.string({ unit: 'binary', maxLength: 200 })
const open = (value: string, under: DataKey = key, at: Cell = cell): string => openText(under, at, parseSealed(value))
const refused = (code: string) => expect.objectContaining({ name: 'SealError', code })

test('any text opens as it was sealed, and looks like nothing', () => {
  fc.assert(
    fc.property(unicode, (text) => {
      const sealed = sealText(key, cell, text)
      expect(sealed).toMatch(/^s1\.[\w-]+$/)
      expect(open(sealed)).toBe(text)
    }),
  )
})

test('the same text is sealed differently each time', () => {
  const all = Array.from({ length: 1_000 }, () => sealText(key, cell, 'ola@person.example'))
  expect(new Set(all).size).toBe(1_000)
})

test('lengths tell nothing between multiples of 32 bytes', () => {
  const lengthOf = (text: string) => sealText(key, cell, text).length
  expect(new Set(['', 'NO', 'yes', 'x'.repeat(31), 'ø'.repeat(15)].map(lengthOf)).size).toBe(1)
  expect(lengthOf('x'.repeat(32))).toBeGreaterThan(lengthOf('x'.repeat(31)))
})

test('texts that end like the filling stay as they are', () => {
  for (const end of ['\0', '\0\0\0', '\u0080', '\u0080\0', '\u0080\0\0'])
    expect(open(sealText(key, cell, `x${end}`))).toBe(`x${end}`)
})

test('half a surrogate pair is refused, not replaced', () => {
  fc.assert(
    fc.property(unicode, unicode, fc.integer({ min: 0xd800, max: 0xdfff }), (before, after, half) => {
      const text = before + String.fromCharCode(half) + after
      fc.pre(!text.isWellFormed())
      expect(() => sealText(key, cell, text)).toThrow(refused('seal.not-text'))
    }),
  )
})

test('every change of a single bit is refused, in the bytes and in the letters', () => {
  const sealed = sealText(key, cell, 'ola@person.example')
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(() => open(`s1.${changed.toString('base64url')}`)).toThrow(
      refused(bit < 32 ? 'seal.key-gone' : 'seal.refused'),
    )
  }
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const at = bit >> 3
    const letter = String.fromCharCode(sealed.charCodeAt(at) ^ (1 << (bit & 7)))
    expect(() => open(sealed.slice(0, at) + letter + sealed.slice(at + 1))).toThrow(
      refused(expect.stringMatching(/^seal\./)),
    )
  }
})

test('a value cut, lengthened or repeated is refused', () => {
  const sealed = sealText(key, cell, 'ola@person.example')
  for (let length = 0; length < sealed.length; length += 1)
    expect(() => open(sealed.slice(0, length))).toThrow(refused(expect.stringMatching(/^seal\./)))
  for (const changed of [
    `${sealed}A`,
    `${sealed}=`,
    ` ${sealed}`,
    `${sealed}\n`,
    `${sealed}${sealed}`,
    sealed.replace('s1', 'S1'),
  ])
    expect(() => open(changed)).toThrow(refused('seal.malformed'))
})

test('a value opens in its own column and record only, and under its own key', () => {
  const place = fc.record({ table: fc.string(), column: fc.string(), record: fc.string() })
  const part = fc.constantFrom('table' as const, 'column' as const, 'record' as const)
  fc.assert(
    fc.property(place, part, fc.string(), unicode, (home, moved, to, text) => {
      const [here, there] = [
        { ...home, category: 'c' },
        { ...home, category: 'c', [moved]: to },
      ]
      fc.pre(home[moved] !== to)
      expect(() => open(sealText(key, here, text), key, there)).toThrow(refused('seal.refused'))
    }),
  )
  // Names whose parts run into each other are different names.
  const sealed = sealText(key, { ...cell, table: 'a', column: 'b.c' }, 'x')
  expect(() => open(sealed, key, { ...cell, table: 'a.b', column: 'c' })).toThrow(refused('seal.refused'))
  expect(() => open(sealed, newDataKey())).toThrow(refused('seal.key-gone'))
})

test.for([
  ['', 'seal.malformed'],
  ['ola@person.example', 'seal.malformed'],
  ['s1.', 'seal.malformed'],
  ['s1.AAAA', 'seal.malformed'],
  ['s.AAAA', 'seal.malformed'],
  ['s2.AAAA', 'seal.version-unknown'],
  ['s10.AAAA', 'seal.version-unknown'],
  ['s01.AAAA', 'seal.version-unknown'],
] as const)('%s is refused as %s, and the error has nothing of it', ([value, code]) => {
  expect(() => open(value)).toThrow(refused(code))
  expect(() => open(value)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining(value || 'nothing') }),
  )
})
