import { cleanDisplayName } from '@samtale/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { credentialOf, nameIn } from './credential.ts'

test('names that people have come back as they were', () => {
  for (const name of ['Ola', 'Åse Østby', 'Søren 🌊', '李雷', 'ሰላም', '👩‍👩‍👧', 'O’Brien', 'नमस्ते']) {
    expect(nameIn(credentialOf(name))).toBe(name)
  }
})

test('what is shown of any name is a name that a group takes, unless nothing is left', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (input) => {
      const name = cleanDisplayName(input)
      fc.pre(name !== '')
      const short = nameIn(credentialOf(name)) ?? ''
      expect(short).not.toBe('')
      expect(name.startsWith(short)).toBe(true)
      if (name.length <= 128) expect(short).toBe(name)
    }),
  )
})

test.each([
  ['nothing', ''],
  ['only space', '  \u3000'],
  ['a line break', 'Ola\nNordmann'],
  ['a null', 'Ola\u0000'],
  ['another direction', '\u202eolA'],
  ['isolates', '\u2066Ola\u2069'],
  ['half a character', 'Ola\ud800'],
])('a name with %s is none', (_what, name) => {
  expect(() => credentialOf(name)).toThrow(RangeError)
  const identity = Uint8Array.from([1, ...new TextEncoder().encode(name)])
  if (name.isWellFormed()) expect(nameIn({ credentialType: 'basic', identity })).toBeNull()
})

test('of a long name the leaf has whole characters, as many as it takes', () => {
  const family = '👩‍👩‍👧‍👦'
  expect(nameIn(credentialOf(family.repeat(64)))).toBe(family.repeat(20))
  for (const name of ['x'.repeat(257), '𐐷'.repeat(129)]) {
    const identity = Uint8Array.from([1, ...new TextEncoder().encode(name)])
    expect(nameIn({ credentialType: 'basic', identity })).toBeNull()
    expect(name.startsWith(nameIn(credentialOf(name)) ?? 'none')).toBe(true)
  }
})

test('bytes that aren’t UTF-8, another version or another kind are no name', () => {
  for (const identity of [[1, 0xff], [2, 79, 108, 97], [], [1, 0xc0, 0xaf]]) {
    expect(nameIn({ credentialType: 'basic', identity: Uint8Array.from(identity) })).toBeNull()
  }
  expect(nameIn({ credentialType: 'x509', certificates: [] })).toBeNull()
})
