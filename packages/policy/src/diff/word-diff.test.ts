import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

const joined = (parts: ReturnType<typeof wordDiff>, ...kinds: string[]) =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')

test('what went stands before what came in its place', () => {
  expect(wordDiff('You are told 14 days before.', 'You are told at least 30 days before.')).toEqual([
    { kind: 'same', text: 'You are told ' },
    { kind: 'removed', text: '14 ' },
    { kind: 'added', text: 'at least 30 ' },
    { kind: 'same', text: 'days before.' },
  ])
  expect(wordDiff('the same', 'the same')).toEqual([{ kind: 'same', text: 'the same' }])
  expect(wordDiff('', '')).toEqual([])
})

test('both texts can be read out of it, whatever they are', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c ', ' ', '\n\n', 'd\n', 'ö '), { maxLength: 40 })
  const text = words.map((list) => list.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after)
      expect(joined(parts, 'same', 'removed')).toBe(before)
      expect(joined(parts, 'same', 'added')).toBe(after)
      for (const [index, { kind }] of parts.entries()) expect(kind).not.toBe(parts[index + 1]?.kind)
    }),
  )
})

test('texts of thousands of words that have nothing in common are shown whole', () => {
  const [before, after] = ['x ', 'y '].map((word) => word.repeat(5_000))
  expect(wordDiff(before ?? '', after ?? '').map(({ kind }) => kind)).toEqual(['removed', 'added'])
})
