import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEpochSwitch, switchWithinMs } from './epoch-switch.ts'

const began = (epoch: number, beganAt: number, somebodyLeft = false) => ({ epoch, beganAt, somebodyLeft })

test('the first epoch is sent under at once, the next when all have it or after half a second', () => {
  const one = createEpochSwitch()
  expect(one.sending(0)).toBeNull()
  one.began(began(3, 0))
  expect(one.sending(0)).toBe(3)
  one.began(began(4, 100))
  expect(one.sending(100 + switchWithinMs - 1)).toBe(3)
  expect(one.sending(100 + switchWithinMs)).toBe(4)
  one.began(began(5, 1_000))
  one.allHave(5)
  expect(one.sending(1_001)).toBe(5)
})

test('when somebody leaves, at once, also where another epoch was waited for', () => {
  const one = createEpochSwitch()
  one.began(began(1, 0))
  one.sending(0)
  one.began(began(2, 10))
  one.began(began(3, 20, true))
  expect(one.sending(20)).toBe(3)
})

test('it never goes back, and is never behind by more than half a second', () => {
  const step = fc.record({ wait: fc.nat(300), epoch: fc.nat(10), left: fc.boolean(), ready: fc.nat(12) })
  fc.assert(
    fc.property(fc.array(step, { size: 'max', maxLength: 40 }), (steps) => {
      const one = createEpochSwitch()
      let now = 0
      let before = -1
      const begun = new Map<number, number>()
      for (const { wait, epoch, left, ready } of steps) {
        now += wait
        if (epoch > Math.max(-1, ...begun.keys())) begun.set(epoch, now)
        one.began(began(epoch, now, left))
        one.allHave(ready)
        const sending = one.sending(now) ?? -1
        expect(sending).toBeGreaterThanOrEqual(before)
        before = sending
        for (const [other, at] of begun) if (now - at >= switchWithinMs) expect(sending).toBeGreaterThanOrEqual(other)
      }
    }),
  )
})
