import { limits } from '@samtale/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choosePath, type PathFacts } from './path-rule.ts'

const facts: fc.Arbitrary<PathFacts> = fc.record({
  mode: fc.constantFrom('direct', 'router', 'interrupted'),
  people: fc.integer({ min: 1, max: 12 }),
  routerReady: fc.boolean(),
  directAllowed: fc.boolean(),
  relayWanted: fc.boolean(),
  fewForMs: fc.nat(20_000),
  directAfterMs: fc.constant(8_000),
})

test('M1 more than four never go directly', () => {
  fc.assert(
    fc.property(
      facts,
      (given) => given.people <= limits.directPeople || !['direct', 'wait'].includes(choosePath(given)),
    ),
  )
})

test('M1 M5 at most four are never interrupted where they may talk directly', () => {
  const isFew = ({ people, directAllowed }: PathFacts) => directAllowed && people <= limits.directPeople
  fc.assert(fc.property(facts, (given) => !isFew(given) || choosePath(given) !== 'interrupted'))
})

test('I4 nobody talks directly where that isn’t allowed', () => {
  fc.assert(
    fc.property(facts, (given) => {
      expect(['router', 'interrupted']).toContain(choosePath({ ...given, directAllowed: false }))
    }),
  )
})

test('M3 what was chosen is chosen again: no path swings by itself', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const choice = choosePath(given)
      if (choice === 'wait') return
      const next = choosePath({ ...given, mode: choice })
      expect([choice, 'wait']).toContain(next)
    }),
  )
})

test('M3 from the router to direct only after the wait', () => {
  fc.assert(
    fc.property(facts, (given) => {
      if (given.mode === 'router' && choosePath(given) === 'direct')
        expect(given.fewForMs).toBeGreaterThanOrEqual(given.directAfterMs)
    }),
  )
})
