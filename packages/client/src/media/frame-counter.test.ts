import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFrameCounter, quietAfterMs } from './frame-counter.ts'

test('every frame is counted for its flow, and flowing begins and ends in turn', () => {
  const step = fc.record({ id: fc.nat(2), wait: fc.nat(quietAfterMs * 2), frame: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const counter = createFrameCounter()
      const frames = new Map([0, 1, 2].map((id) => [id, 0]))
      const flowing = new Set<number>()
      for (const id of frames.keys()) counter.open(id)
      let now = 0
      for (const { id, wait, frame } of steps) {
        now += wait
        for (const quiet of counter.newlyQuiet(now)) expect(flowing.delete(quiet)).toBe(true)
        if (!frame) continue
        frames.set(id, (frames.get(id) ?? 0) + 1)
        expect(counter.count(id, now)).toBe(!flowing.has(id))
        flowing.add(id)
      }
      expect(new Map(counter.counts())).toEqual(frames)
    }),
  )
})

test('what isn’t open, or no more, isn’t counted', () => {
  const counter = createFrameCounter()
  expect(counter.count(1, 0)).toBe(false)
  counter.open(1)
  counter.forget(1)
  expect(counter.count(1, 0)).toBe(false)
  expect(counter.counts()).toEqual([])
})
