import { reservedNames } from '@samtale/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tried } from '../../../test/attacks/tried.ts'
import { createNameCheck } from './names.ts'
import { refusedWords } from './refused-words.ts'

const check = createNameCheck()
const problemOf = (input: string) => {
  const checked = check(input)
  return checked.ok ? null : checked.problem
}

test.each([
  ['fuck', 'refused'],
  ['what-the-fuck', 'refused'],
  ['FUCK you', 'refused'],
  ['f-u-c-k', 'refused'],
  ['fu-ck', 'refused'],
  ['fuuuuck', 'refused'],
  ['sh1t', 'refused'],
  ['5h1t-happens', 'refused'],
  ['n1gg3r', 'refused'],
  ['fúck', 'refused'],
  ['ｆｕｃｋ', 'refused'],
  ['heil-hitler', 'refused'],
  ['fitte', 'refused'],
  ['rövhål', 'refused'],
  ['svartskalle-rummet', 'refused'],
])('%s has a word in it that names don’t have', (name, problem) => {
  expect(problemOf(name)).toBe(problem)
})

test.each([
  ...['scunthorpe', 'sussex', 'cockpit', 'dickens', 'shiitake', 'grapefruit', 'assistanse', 'klasse-5a', 'analyse'],
  ...['slut', 'bra-slut', 'fag-og-skole', 'fagskolen', 'pikk-og-pakk', 'slutmøte', 'kuksi', 'hora-dance', 'shitake'],
  ...[
    'pass-hitch',
    'rape',
    'barn-fotball',
    'prick',
    'fart',
    'fart-og-moro',
    'sexton',
    'sex-personer',
    'puss',
    'mongo-db',
  ],
  ...[
    'møte-17-mai',
    '1814',
    'rom-4',
    '7b',
    'fitness',
    'fitter-happier',
    'blåbærøya',
    '日本語の部屋',
    'комната',
    'δωμάτιο',
  ],
])('%s is a name', (name) => {
  expect(problemOf(name)).toBe(null)
})

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['x'.repeat(65), 'too-long'],
  ['a.b', 'invalid'],
  ['../admin', 'invalid'],
  ['a/b', 'invalid'],
  ['a%2fb', 'invalid'],
  ['..', 'invalid'],
  ['a\u0000b', 'invalid'],
  ['\u202eroom', 'invalid'],
  ['<script>', 'invalid'],
  ['admin', 'reserved'],
  ['ADMIN', 'reserved'],
  ['аdmin', 'reserved'],
  ['ассоunt', 'reserved'],
  ['rооms', 'reserved'],
  ['рrivacy', 'reserved'],
  ['kitсhen', 'mixed'],
  ['stue-αlpha', 'mixed'],
  ['4111-1111-1111-1111', 'card-number'],
])('%j is refused', (name, problem) => {
  tried('a path or a page’s name as a room’s')
  expect(problemOf(name)).toBe(problem)
})

test('no page of the server can be a room, nor what looks like one', () => {
  for (const name of reservedNames) expect(problemOf(name)).toBe('reserved')
  tried('a path or a page’s name as a room’s', reservedNames.length)
})

test('an operator refuses more words, as whole words', () => {
  const stricter = createNameCheck(['Acme', 'Løk'])
  for (const name of ['acme', 'acme-room', 'løk', '4cme']) expect(stricter(name)).toMatchObject({ problem: 'refused' })
  for (const name of ['acmeist', 'løkken']) expect(stricter(name).ok).toBe(true)
})

test('a refused word is refused wherever it stands and however it is written', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...refusedWords),
      fc.constantFrom('', 'rom-', 'my-'),
      fc.constantFrom('', '-1', '-møte'),
      fc.boolean(),
      (word, before, after, isUpper) => {
        const name = `${before}${word}${after}`
        expect(problemOf(isUpper ? name.toUpperCase() : name)).toBe('refused')
      },
    ),
  )
})
