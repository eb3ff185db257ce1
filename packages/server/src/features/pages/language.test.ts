import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseLanguage } from './language.ts'

test.each([
  [undefined, undefined, 'en'],
  [undefined, 'nb-NO,nb;q=0.9,en;q=0.8', 'nb'],
  [undefined, 'nn', 'nb'],
  [undefined, 'no', 'nb'],
  [undefined, 'de, sv;q=0.4, en;q=0.3', 'sv'],
  [undefined, 'en;q=0.3, sv;q=0.4', 'sv'],
  [undefined, 'sv;q=0, en', 'en'],
  [undefined, 'fr, *;q=0.5', 'en'],
  ['sv', 'nb', 'sv'],
  ['SV', 'nb', 'sv'],
  ['de', 'nb', 'nb'],
  ['constructor', 'toString', 'en'],
  [['sv', 'nb'], 'nb', 'nb'],
])('asked for %j with “%s”: %s', (asked, accepted, language) => {
  expect(chooseLanguage(asked, accepted)).toBe(language)
})

test('whatever a browser sends, there is an answer', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), (asked, accepted) => {
      expect(['en', 'nb', 'sv']).toContain(chooseLanguage(asked, accepted))
    }),
  )
})
