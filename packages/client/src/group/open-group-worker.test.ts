import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GroupClient } from './group-client.ts'
import type { ToGroupWorker } from './group-messages.ts'
import { openGroupWorker } from './open-group-worker.ts'

let made = 0
let posted: string[] = []

/** A browser's worker, which can't be had the first times. */
class RareWorker extends EventTarget {
  constructor() {
    super()
    made += 1
    if (made <= 3) throw new DOMException('no more workers', 'QuotaExceededError')
  }

  postMessage({ type }: ToGroupWorker) {
    posted.push(type)
  }

  terminate() {}
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', RareWorker)
  made = 0
  posted = []
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('where the browser makes no worker for the group it is tried again until there is one', () => {
  const client = new GroupClient({
    room: 'kitchen',
    secret: null,
    usesShelf: false,
    open: openGroupWorker,
    connection: { request: () => new Promise(() => {}) },
    changed: () => {},
    safety: () => {},
    said: () => {},
    came: () => {},
    remembered: () => {},
    renewed: () => {},
  })
  client.joined('p_aaaaaaaaaaaaaaaa', false)
  expect(made).toBe(1)
  vi.advanceTimersByTime(3_000)
  expect(made).toBe(4)
  expect(posted.slice(0, 2)).toEqual(['open', 'joined'])
  client.close()
})
