import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowedCookie } from './cookie-text.ts'
import { isDeclared } from './declared.ts'

test.each([
  [['a'], 'a', true],
  [['a'], 'ab', false],
  [['a'], 'A', false],
  [['_pk_id.*'], '_pk_id.1.ab', true],
  [['_pk_id.*'], '_pk_id.', false],
  [['ga_*_x'], 'ga_1_x', true],
  [['ga_*_x'], 'ga__x', false],
  [['a*b*c'], 'aXbYc', true],
  [['a*b*c'], 'aXYc', false],
  [['a.c'], 'abc', false],
  [[], '', false],
  [['constructor'], '__proto__', false],
])('of %j, “%s” is one: %s', (names, name, is) => {
  expect(isDeclared(names, name)).toBe(is)
})

test('a pattern takes what it was made of, and nothing that begins or ends otherwise', () => {
  const word = fc.stringMatching(/^[a-z]{1,5}$/)
  fc.assert(
    fc.property(word, word, fc.string({ minLength: 1 }), (first, last, part) => {
      expect(isDeclared([`${first}*${last}`], first + part + last)).toBe(true)
      expect(isDeclared([`${first}*${last}`], `0${first}${part}${last}`)).toBe(false)
      expect(isDeclared([`${first}*${last}`], `${first}${part}${last}0`)).toBe(false)
    }),
  )
})

const declared = { session: null, '_pk_id.*': 1_000 }

test.each([
  ['session=1; Max-Age=99; path=/', 'session=1; path=/'],
  ['session=1;expires=Fri, 01 Jan 2100 00:00:00 GMT', 'session=1'],
  ['_pk_id.1=7', '_pk_id.1=7; Max-Age=1000'],
  ['_pk_id.1=7; MAX-AGE = 99999 ;secure', '_pk_id.1=7;secure; Max-Age=1000'],
  ['_pk_id.1=7; max-age=10', '_pk_id.1=7; Max-Age=10'],
  ['track=1; path=/; max-age=0', 'track=1; path=/; max-age=0'],
  ['track=; expires=Thu, 01 Jan 1970 00:00:00 GMT', 'track=; expires=Thu, 01 Jan 1970 00:00:00 GMT'],
  ['track=1', null],
  ['ana', null],
  ['=session', null],
  ['constructor=1', null],
])('“%s” becomes %j', (text, allowed) => {
  expect(allowedCookie(text, declared)).toBe(allowed)
})
