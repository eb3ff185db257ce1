import { limits } from '@samtale/protocol'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPace } from './pace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** As the server counts (rule X3). */
function createBucket() {
  let left: number = limits.messageBurst
  let countedAt = performance.now()
  return () => {
    const now = performance.now()
    left = Math.min(limits.messageBurst, left + ((now - countedAt) * limits.messagesPerSecond) / 1_000) - 1
    countedAt = now
    return left >= 0
  }
}

test('X3 however much is to be said, all of it is said, in order, and the server drops nothing', () => {
  const pauses = fc.array(fc.record({ texts: fc.nat(400), pauseMs: fc.nat(3_000) }), { maxLength: 8 })
  fc.assert(
    fc.property(pauses, (bursts) => {
      const take = createBucket()
      const heard: string[] = []
      const pace = createPace((text) => {
        expect(take()).toBe(true)
        heard.push(text)
      })
      const said: string[] = []
      for (const { texts, pauseMs } of bursts) {
        for (let text = 0; text < texts; text += 1) {
          said.push(`${said.length}`)
          pace.send(`${said.length - 1}`)
        }
        vi.advanceTimersByTime(pauseMs)
      }
      vi.advanceTimersByTime(120_000)
      expect(heard).toEqual(said)
    }),
    { numRuns: 50 },
  )
})

test('what waits when the line ends is never said', () => {
  const send = vi.fn<(text: string) => void>()
  const pace = createPace(send)
  for (let text = 0; text < limits.messageBurst; text += 1) pace.send('x')
  const before = send.mock.calls.length
  pace.stop()
  vi.advanceTimersByTime(60_000)
  expect(before).toBeLessThan(limits.messageBurst)
  expect(send.mock.calls).toHaveLength(before)
})
