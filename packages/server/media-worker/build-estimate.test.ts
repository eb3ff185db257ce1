import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildEstimate, ninjaStatus } from './build-estimate.ts'

test('reads how far ninja is', () => {
  expect(ninjaStatus('[12/213] Building CXX object a.cpp.o')).toEqual({ done: 12, total: 213 })
  for (const line of ['', 'ninja: Entering directory', '[1/0] x', '[9/3] x', 'warning: [1/2]', '[1/2', '[-1/2] x']) {
    expect(ninjaStatus(line)).toBeNull()
  }
})

test('guesses before there is anything to measure, by how many compilers run', () => {
  expect(buildEstimate(1).first()).toBeGreaterThan(buildEstimate(2).first())
  expect(buildEstimate(2).first()).toBeGreaterThan(60)
})

test('ends at nothing left, never below, and follows the clock', () => {
  const build = fc.record({
    jobs: fc.integer({ min: 1, max: 64 }),
    total: fc.integer({ min: 1, max: 500 }),
    elapsed: fc.nat(10_000),
  })
  fc.assert(
    fc.property(build, fc.double({ min: 0, max: 1, noNaN: true }), ({ jobs, total, elapsed }, share) => {
      const estimate = buildEstimate(jobs)
      const done = Math.floor(share * total)
      expect(estimate.after(total, total, elapsed)).toBe(0)
      expect(estimate.after(done, total, elapsed)).toBeGreaterThanOrEqual(0)
      expect(estimate.after(done, total, elapsed + 1_000)).toBeGreaterThanOrEqual(estimate.after(done, total, elapsed))
    }),
  )
})

test('is not frightened by a slow first step', () => {
  const estimate = buildEstimate(2)
  expect(estimate.after(1, 213, 20)).toBeLessThan(2 * estimate.first())
})
