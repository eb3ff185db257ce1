import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFrameCounter, quietAfterMs, steadyAfterFrames, steadyAfterMs } from './frame-counter.ts'
import type { Flow } from './frame-messages.ts'

const step = fc.record({
  id: fc.nat(2),
  wait: fc.oneof({ weight: 4, arbitrary: fc.nat(200) }, { weight: 1, arbitrary: fc.nat(quietAfterMs * 2) }),
  frame: fc.boolean(),
})

test('every frame is counted for its flow, which begins, becomes steady and quiet in turn', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
      const counter = createFrameCounter()
      const frames = new Map([0, 1, 2].map((id) => [id, 0]))
      const flows = new Map<number, Flow>([0, 1, 2].map((id) => [id, 'quiet']))
      for (const id of frames.keys()) counter.open(id)
      let now = 0
      for (const { id, wait, frame } of steps) {
        now += wait
        for (const quiet of counter.newlyQuiet(now)) {
          expect(flows.get(quiet)).not.toBe('quiet')
          flows.set(quiet, 'quiet')
        }
        if (!frame) continue
        frames.set(id, (frames.get(id) ?? 0) + 1)
        const change = counter.count(id, now)
        if (flows.get(id) === 'quiet') expect(change).toBe('begun')
        if (change === 'steady') expect(flows.get(id)).toBe('begun')
        if (change) flows.set(id, change)
      }
      expect(new Map(counter.counts())).toEqual(frames)
    }),
  )
})

test('a flow is steady after half a second and five frames, not before', () => {
  const counter = createFrameCounter()
  counter.open(1)
  const changes = Array.from({ length: 8 }, (_, index) => counter.count(1, (index * steadyAfterMs) / 5))
  expect(changes).toEqual(['begun', null, null, null, null, 'steady', null, null])
  counter.open(2)
  const burst = Array.from({ length: steadyAfterFrames * 2 }, () => counter.count(2, 0))
  expect(burst).not.toContain('steady')
})

test('what isn’t open, or no more, isn’t counted', () => {
  const counter = createFrameCounter()
  expect(counter.count(1, 0)).toBe(null)
  counter.open(1)
  counter.forget(1)
  expect(counter.count(1, 0)).toBe(null)
  expect(counter.counts()).toEqual([])
})
