import { expect, test } from 'vitest'
import { rows } from './rows.ts'
import { testsOfRow } from './tests-of-row.ts'
import { waitsFor } from './waiting.ts'

/** Rows that a privacy engine can’t put off. */
const due = /^(?:[CGKQS]\d\d|N0[12]|R0[1-5]|R0[89]|R1[24-6]|A05|A12)$/

test('rows that may not wait don’t', () => {
  const late = rows.filter(({ id }) => due.test(id) && waitsFor(id) !== null)
  expect(late).toEqual([])
  expect(rows.filter(({ id }) => due.test(id)).length).toBe(9 + 13 + 10 + 14 + 22 + 2 + 5 + 2 + 1 + 3 + 2)
})

test('every row is there once, in order, with a title', () => {
  const ids = rows.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)])
  expect(rows.filter(({ title }) => title.trim() === '')).toEqual([])
})

test('what waits names what it waits for, in three languages', () => {
  const features = rows.flatMap(({ id }) => waitsFor(id) ?? [])
  expect(features.length).toBeGreaterThan(0)
  for (const { title } of features) expect(Object.values(title).filter((text) => text.trim() === '')).toEqual([])
  expect(waitsFor('Z99')).toBeNull()
  expect(testsOfRow('toString')).toEqual([])
})
