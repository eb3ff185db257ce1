import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safetyNumberOf } from './safety-number.ts'
import { safetyWords } from './safety-words.ts'

test('512 words, all different, short and of plain letters, so that nine bits make one', () => {
  expect(new Set(safetyWords).size).toBe(512)
  expect(safetyWords).toHaveLength(512)
  for (const word of safetyWords) expect(word).toMatch(/^[a-z]{3,10}$/)
})

test('order of the members makes no difference; room, link and every member do', async () => {
  const base = await safetyNumberOf('kitchen', 'tag', ['a', 'b', 'c'])
  expect(await safetyNumberOf('kitchen', 'tag', ['c', 'a', 'b'])).toEqual(base)
  const others = await Promise.all([
    safetyNumberOf('garden', 'tag', ['a', 'b', 'c']),
    safetyNumberOf('kitchen', null, ['a', 'b', 'c']),
    safetyNumberOf('kitchen', 'other', ['a', 'b', 'c']),
    safetyNumberOf('kitchen', 'tag', ['a', 'b']),
    safetyNumberOf('kitchen', 'tag', ['a', 'b', 'c', 'd']),
    safetyNumberOf('kitchen', 'tag', ['ab', 'c']),
  ])
  const all = [base, ...others]
  expect(new Set(all.map(({ digits }) => digits)).size).toBe(7)
  expect(new Set(all.map(({ words }) => words.join())).size).toBe(7)
})

test('eleven words and six groups of five digits, always', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.array(fc.string(), { maxLength: 5 }), async (room, members) => {
      const { words, digits, code } = await safetyNumberOf(room, null, members)
      expect(words.every((word) => safetyWords.includes(word)) && words.length === 11).toBe(true)
      expect(digits).toMatch(/^(\d{5} ){5}\d{5}$/)
      expect(code).toBe(`samtale:${digits.replaceAll(' ', '')}`)
    }),
    { numRuns: 20 },
  )
})
