import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseTrack, mayEnd, overlapMs, settleMs, type Candidate } from './track-choice.ts'

const candidates = fc.uniqueArray(
  fc
    .record({ generation: fc.nat(6), arriving: fc.boolean(), arrived: fc.boolean() })
    .map((one) => ({ ...one, arrived: one.arrived || one.arriving })),
  { selector: (one) => one.generation, maxLength: 5 },
)

test('what arrives is shown, from the newest path that brings it', () => {
  fc.assert(
    fc.property(candidates, fc.option(fc.nat(6)), (all, shown) => {
      const arriving = all.filter((one) => one.arriving).map((one) => one.generation)
      const chosen = chooseTrack(all, shown)
      if (arriving.length > 0) expect(chosen?.generation).toBe(Math.max(...arriving))
      else expect(chosen?.arriving ?? false).toBe(false)
    }),
  )
})

test('while nothing arrives, what was shown stays', () => {
  fc.assert(
    fc.property(candidates, fc.nat(6), (all, shown) => {
      fc.pre(!all.some((one) => one.arriving) && all.some((one) => one.generation === shown))
      expect(chooseTrack(all, shown)?.generation).toBe(shown)
    }),
  )
})

test('a path on which nothing ever arrived shows nothing', () => {
  expect(chooseTrack([{ generation: 1, arriving: false, arrived: false }], null)).toBe(null)
})

test('a change of path is never seen as a gap: as the new one begins to bring frames, it is shown at once', () => {
  const old: Candidate = { generation: 1, arriving: true, arrived: true }
  const fresh: Candidate = { generation: 2, arriving: false, arrived: false }
  expect(chooseTrack([old, fresh], 1)).toBe(old)
  const flowing = { ...fresh, arriving: true, arrived: true }
  expect(chooseTrack([old, flowing], 1)).toBe(flowing)
  expect(chooseTrack([{ ...old, arriving: false }, flowing], 2)).toBe(flowing)
})

test('an old path ends when it is not needed and the new one has settled, or when its time is over', () => {
  expect(mayEnd({ retiredForMs: overlapMs, needed: true, idleForMs: null })).toBe(true)
  expect(mayEnd({ retiredForMs: overlapMs - 1, needed: true, idleForMs: settleMs })).toBe(false)
  expect(mayEnd({ retiredForMs: settleMs, needed: false, idleForMs: settleMs })).toBe(true)
  expect(mayEnd({ retiredForMs: settleMs, needed: false, idleForMs: null })).toBe(false)
})
