import { expect, test } from 'vitest'
import { findInParts } from './in-parts.ts'

test('what fits is found in its order over all parts, and others have their turn between them', async () => {
  const items = Array.from({ length: 11 }, (_, index) => index)
  const parts: number[] = []
  let turns = 0
  const tick = () => {
    turns += 1
    if (parts.length < 3) setImmediate(tick)
  }
  setImmediate(tick)
  const found = await findInParts(items, 4, async (part) => {
    parts.push(turns)
    return part.filter((item) => item % 5 === 0)
  })
  expect(found).toEqual([0, 5, 10])
  expect(parts).toHaveLength(3)
  expect(new Set(parts).size).toBe(3)
  expect(await findInParts([], 4, async (part) => part)).toEqual([])
})
