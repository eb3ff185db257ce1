import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verdicts, type JudgedLine, type VerdictKind } from '../judge/judgement.ts'
import { topicOfRow, topics } from '../judge/topics.ts'
import { byTopic, filterIn, searchFor, shownLines } from './lines.ts'

const line = (id: string, verdict: VerdictKind = 'stated'): JudgedLine => ({
  id,
  row: id.slice(0, 3),
  topic: topicOfRow(id),
  says: { en: id, nb: id, sv: id },
  verdict,
  fileLine: 1,
  findings: [],
  anchors: [],
  tests: [],
  waitsFor: null,
})

const anyLine = fc
  .tuple(fc.constantFrom(...topics, 'Z'), fc.integer({ min: 10, max: 99 }), fc.constantFrom(...verdicts))
  .map(([topic, number, verdict]) => line(`${topic}${number}`, verdict))

test('a filter is asked for in the address, and what is none shows all', () => {
  for (const filter of ['all', ...verdicts] as const) expect(filterIn(searchFor(filter))).toBe(filter)
  expect(filterIn('?show=everything')).toBe('all')
})

test('a filter lets its verdict through, and the line that the address names', () => {
  const lines = [line('D01', 'refused'), line('D02'), line('R06', 'waiting')]
  expect(shownLines(lines, 'refused', null).map(({ id }) => id)).toEqual(['D01'])
  expect(shownLines(lines, 'refused', 'R06').map(({ id }) => id)).toEqual(['D01', 'R06'])
  expect(shownLines(lines, 'all', null)).toEqual(lines)
})

test('lines are read by topic and row', () => {
  const lines = ['A01', 'D11', 'S02', 'D11-2', 'D02', 'S01'].map((id) => line(id))
  const read = byTopic(lines).map(({ topic, lines: own }) => [topic, own.map(({ id }) => id)])
  expect(read).toEqual([
    ['S', ['S01', 'S02']],
    ['D', ['D02', 'D11', 'D11-2']],
    ['A', ['A01']],
  ])
})

test('no line is lost or doubled by filters and topics', () => {
  fc.assert(
    fc.property(fc.array(anyLine), (lines) => {
      expect(byTopic(lines).flatMap(({ lines: own }) => own)).toHaveLength(lines.length)
      const parts = verdicts.map((kind) => shownLines(lines, kind, null).length)
      expect(parts.reduce((sum, count) => sum + count, 0)).toBe(lines.length)
    }),
  )
})
