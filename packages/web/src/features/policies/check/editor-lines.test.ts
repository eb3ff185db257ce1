import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineCount, lineRange, linesInSight } from './editor-lines.ts'

const text = fc.array(fc.constantFrom('', 'a', 'profile: x', '\t')).map((lines) => lines.join('\n'))

test('lines are those that splitting gives', () => {
  fc.assert(
    fc.property(text, (some) => {
      const lines = some.split('\n')
      expect(lineCount(some)).toBe(lines.length)
      lines.forEach((line, index) => {
        const { start, end } = lineRange(some, index + 1)
        expect(some.slice(start, end)).toBe(line)
      })
    }),
  )
})

test('a line past the end is the last', () => {
  expect(lineRange('a\nbc', 9)).toEqual({ start: 2, end: 4 })
})

test('every line that a box shows a part of is in sight, and few more', () => {
  const box = fc.record({
    top: fc.nat(5_000),
    height: fc.integer({ min: 1, max: 2_000 }),
    lineHeight: fc.integer({ min: 8, max: 40 }),
  })
  fc.assert(
    fc.property(box, fc.integer({ min: 1, max: 100_000 }), (some, lines) => {
      const { first, last } = linesInSight(some, lines)
      for (let line = 1; line <= Math.min(lines, 700); line += 1) {
        const isSeen = line * some.lineHeight > some.top && (line - 1) * some.lineHeight < some.top + some.height
        if (isSeen) expect(line).toSatisfy((number: number) => number >= first && number <= last)
      }
      expect(last - first).toBeLessThanOrEqual(some.height / some.lineHeight + 2)
    }),
  )
})
