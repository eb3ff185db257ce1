import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstEpochKeys, isDue, keyOfEpoch, longestSurvivalDays, nextEpochKeys, succeed } from './epoch-keys.ts'

const dayMs = 86_400_000
const start = new Date('2026-06-01T09:00:00Z')
const at = (days: number): Date => new Date(start.getTime() + days * dayMs)

test('a first key is current and alone', () => {
  const keys = firstEpochKeys(start)
  expect(keys).toMatchObject({ current: { number: 1, madeAt: start }, previous: null })
  expect(new Set([keys.current.key, keys.pepper, firstEpochKeys(start).current.key].map(String)).size).toBe(3)
})

test('nothing is due before its time; then the current key becomes the previous, and the pepper stays', () => {
  const keys = firstEpochKeys(start)
  expect(nextEpochKeys(keys, 14, at(13.99))).toBe(null)
  const next = nextEpochKeys(keys, 14, at(14))
  expect(next).toMatchObject({ current: { number: 2, madeAt: at(14) }, previous: keys.current, pepper: keys.pepper })
  expect(next?.current.key.equals(keys.current.key)).toBe(false)
})

test('after a long time without a server, both old keys go in one visit', () => {
  const keys = succeed(firstEpochKeys(start), at(14))
  const first = nextEpochKeys(keys, 14, at(100))
  const second = first && nextEpochKeys(first, 14, at(100))
  expect(first?.previous?.number).toBe(2)
  expect(second).toMatchObject({ current: { number: 3 }, previous: null })
  expect(second && nextEpochKeys(second, 14, at(100))).toBe(null)
})

test('a key that a wrong clock dated into the future is succeeded', () => {
  const keys = firstEpochKeys(at(3650))
  expect(isDue(keys.current, 14, start)).toBe(true)
  // Clocks of nodes differ a little.
  expect(isDue(firstEpochKeys(at(0.01)).current, 14, start)).toBe(false)
})

test('whenever the job looks at least daily, no copy of a destroyed key lives longer than what is told', () => {
  const looks = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 60, maxLength: 120 })
  fc.assert(
    fc.property(looks, fc.integer({ min: 1, max: 20 }), (gaps, rotationDays) => {
      let keys = firstEpochKeys(start)
      let day = 0
      const lives = new Map([[1, { from: 0, until: Infinity }]])
      for (const gap of gaps) {
        day += gap
        // At most: the rotation ends, a new one begins and ends.
        for (let step = 0; step < 3; step += 1) keys = nextEpochKeys(keys, rotationDays, at(day)) ?? keys
        expect(nextEpochKeys(keys, rotationDays, at(day))).toBeNull()
        if (!lives.has(keys.current.number)) lives.set(keys.current.number, { from: day, until: Infinity })
        for (const [number, life] of lives)
          if (life.until === Infinity && keyOfEpoch(keys, number) === undefined) life.until = day
      }
      // A data key that is destroyed in an epoch may lie in a copy that was taken as the epoch began.
      for (const { from, until } of lives.values())
        expect(Math.min(until, day) - from).toBeLessThanOrEqual(longestSurvivalDays({ rotationDays }))
    }),
  )
})

test('kept copies of the file lengthen what is told', () => {
  expect(longestSurvivalDays({ rotationDays: 14 })).toBe(29)
  expect(longestSurvivalDays({ rotationDays: 14, kekCopiesDays: 7 })).toBe(36)
})
