import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blindIndex, normalise, suppressionHash } from './blind-index.ts'
import { newKey } from './cipher.ts'

const pepper = newKey()
const category = 'contact.email'

test.for([
  ['  Ola@Person.Example \n', 'ola@person.example'],
  ['OLA.NORDMANN+tag@person.example', 'ola.nordmann+tag@person.example'],
  ['bjørn@BLÅBÆR.example', 'bjørn@xn--blbr-roah.example'],
  ['bjørn@xn--blbr-roah.example', 'bjørn@xn--blbr-roah.example'],
  // The same letter as one character and as two.
  ['a\u030ase@person.example', '\u00e5se@person.example'],
  ['A\u030ASE@person.example', '\u00e5se@person.example'],
  ['"a@b"@person.example', '"a@b"@person.example'],
  ['ola@[192.0.2.1]', 'ola@[192.0.2.1]'],
  ['  Plain Text ', 'Plain Text'],
  ['A\u030Asa', '\u00c5sa'],
  ['', ''],
  ['@', '@'],
] as const)('%j is spelled %j', ([value, spelled]) => {
  expect(normalise(value)).toBe(spelled)
})

test('what is normalised stays as it is', () => {
  const address = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.emailAddress(),
    fc.tuple(fc.string(), fc.domain()).map((parts) => parts.join('@')),
  )
  fc.assert(
    fc.property(address, (value) => normalise(normalise(value)) === normalise(value)),
    { numRuns: 500 },
  )
})

test('capitals and space around make no difference to an address, any other letter does', () => {
  const index = (value: string) => blindIndex(pepper, category, value)
  fc.assert(
    fc.property(fc.emailAddress(), fc.emailAddress(), (one, other) => {
      expect(index(` ${one.toUpperCase()}\t`)).toBe(index(one))
      expect(index(one) === index(other)).toBe(one.toLowerCase() === other.toLowerCase())
    }),
  )
})

test('each category, the suppression list and each pepper have indexes of their own', () => {
  const address = 'ola@person.example'
  const all = [
    blindIndex(pepper, category, address),
    blindIndex(pepper, 'newsletter.email', address),
    blindIndex(pepper, 'suppression 1', address),
    blindIndex(pepper, '', address),
    suppressionHash(pepper, address),
    blindIndex(newKey(), category, address),
    suppressionHash(newKey(), address),
  ]
  expect(new Set(all).size).toBe(all.length)
  for (const index of all) expect(index).toMatch(/^i1\.[\w-]{43}$/)
  expect(suppressionHash(pepper, ' OLA@person.example')).toBe(suppressionHash(pepper, address))
})

test('parts that run into each other don’t meet', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (one, two, three) => {
      fc.pre(two !== '' && normalise(three) === three && normalise(two + three) === two + three)
      expect(blindIndex(pepper, one + two, three)).not.toBe(blindIndex(pepper, one, two + three))
    }),
  )
})

test('the formula never changes, since all indexes in databases would stop matching', () => {
  const fixed = Buffer.alloc(32, 7)
  expect(blindIndex(fixed, category, 'Ola@person.example')).toBe('i1.5HIl9aCGSdfyUxTrAJFt4TEFG3yU6CblV9XegU8AZDM')
  expect(suppressionHash(fixed, 'Ola@person.example')).toBe('i1.o_2yGvrn3xgu8H7RHmv3S71OeW6bTbDj5Mf5peGZJ8M')
})
