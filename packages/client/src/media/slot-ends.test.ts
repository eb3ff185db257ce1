import { kindOf, slots } from '@samtale/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areSlots } from './slot-ends.ts'

test('only the fixed slots, in their order, are taken from an offer', () => {
  const fixed = slots.map(kindOf)
  expect(areSlots(fixed)).toBe(true)
  fc.assert(
    fc.property(fc.array(fc.constantFrom('audio', 'video'), { maxLength: 6 }), (kinds) => {
      expect(areSlots(kinds)).toBe(kinds.join() === fixed.join())
    }),
  )
})
