import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FrameWorkerKeeper } from './frame-worker-keeper.ts'

let made = 0
let refusals = 0

/** A browser's worker, which can't be had the first times. */
class RareWorker extends EventTarget {
  constructor() {
    super()
    made += 1
    if (made <= refusals) throw new DOMException('no more workers', 'QuotaExceededError')
  }

  postMessage() {}
  terminate() {}
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', RareWorker)
  made = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('where the browser makes no worker it is tried again until there is one', () => {
  refusals = 3
  const down = vi.fn<() => void>()
  const connected = vi.fn<(port: MessagePort) => void>()
  const keeper = new FrameWorkerKeeper({ connect: connected }, { onMessage: () => {}, onDown: down, onUp: () => {} })
  expect([keeper.worker, down.mock.calls.length]).toEqual([null, 0])
  vi.advanceTimersByTime(60_000)
  expect(keeper.worker).not.toBeNull()
  expect([made, down.mock.calls.length, connected.mock.calls.length]).toEqual([4, 3, 1])
  keeper.close()
})
