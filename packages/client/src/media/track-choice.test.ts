import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Flow } from './frame-messages.ts'
import { chooseTrack, longOverlapMs, mayEnd, overlapMs, settleMs, type Candidate } from './track-choice.ts'

const flow = fc.constantFrom<Flow>('quiet', 'begun', 'steady')
const candidates = fc.uniqueArray(
  fc
    .record({ generation: fc.nat(6), flow, arrived: fc.boolean() })
    .map((one) => ({ ...one, arrived: one.arrived || one.flow !== 'quiet' })),
  { selector: (one) => one.generation, maxLength: 5 },
)

test('what arrives steadily is shown, from the newest path that brings it', () => {
  fc.assert(
    fc.property(candidates, fc.option(fc.nat(6)), (all, shown) => {
      const steady = all.filter((one) => one.flow === 'steady').map((one) => one.generation)
      if (steady.length > 0) expect(chooseTrack(all, shown)?.generation).toBe(Math.max(...steady))
    }),
  )
})

test('nothing that is silent is shown while something arrives', () => {
  fc.assert(
    fc.property(candidates, fc.option(fc.nat(6)), (all, shown) => {
      const some = all.some((one) => one.flow !== 'quiet')
      if (some) expect(chooseTrack(all, shown)?.flow).not.toBe('quiet')
    }),
  )
})

test('while nothing arrives, what was shown stays', () => {
  fc.assert(
    fc.property(candidates, fc.nat(6), (all, shown) => {
      fc.pre(all.every((one) => one.flow === 'quiet') && all.some((one) => one.generation === shown))
      expect(chooseTrack(all, shown)?.generation).toBe(shown)
    }),
  )
})

test('a path on which nothing ever arrived shows nothing', () => {
  expect(chooseTrack([{ generation: 1, flow: 'quiet', arrived: false }], null)).toBe(null)
})

test('a change of path is not seen: the old is shown until the new one is steady', () => {
  const old: Candidate = { generation: 1, flow: 'steady', arrived: true }
  const fresh: Candidate = { generation: 2, flow: 'quiet', arrived: false }
  const begun: Candidate = { ...fresh, flow: 'begun', arrived: true }
  const steady: Candidate = { ...begun, flow: 'steady' }
  expect(chooseTrack([old, fresh], 1)).toBe(old)
  expect(chooseTrack([old, begun], 1)).toBe(old)
  expect(chooseTrack([old, steady], 1)).toBe(steady)
  expect(chooseTrack([{ ...old, flow: 'quiet' }, begun], 1)).toBe(begun)
})

test('an old path ends when it is not needed and the new one has settled, or when its time is over', () => {
  const old = { retiredForMs: overlapMs, replacedForMs: settleMs, idleForMs: null }
  expect(mayEnd(old)).toBe(false)
  expect(mayEnd({ ...old, idleForMs: settleMs })).toBe(true)
  expect(mayEnd({ ...old, idleForMs: settleMs - 1 })).toBe(false)
  expect(mayEnd({ ...old, replacedForMs: overlapMs })).toBe(true)
  expect(mayEnd({ ...old, replacedForMs: null })).toBe(false)
  expect(mayEnd({ ...old, retiredForMs: longOverlapMs, replacedForMs: null })).toBe(true)
})
