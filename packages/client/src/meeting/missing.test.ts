import { limits, type ServerEvent } from '@samtale/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMissing } from './missing.ts'

const ids = ['p_aaaaaaaaaaaaaaaa', 'p_bbbbbbbbbbbbbbbb', 'p_cccccccccccccccc']
const joined = (id: string): ServerEvent => {
  return { type: 'participant.joined', seq: 1, participant: { id, role: 'guest', stopped: [] } }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('who isn’t back in time after a restart of the server is gone, once; who is back isn’t', () => {
  const gone: string[] = []
  const missing = createMissing((id) => gone.push(id))
  missing.expect(ids)
  missing.heard(joined(ids[1] ?? ''))
  vi.advanceTimersByTime(limits.awayMs - 1)
  expect(gone).toEqual([])
  vi.advanceTimersByTime(limits.awayMs)
  expect(gone).toEqual([ids[0], ids[2]])
})

test('after another restart one waits anew, for those who are missing then', () => {
  const gone: string[] = []
  const missing = createMissing((id) => gone.push(id))
  missing.expect(ids)
  vi.advanceTimersByTime(limits.awayMs - 1)
  missing.expect(ids.slice(0, 1))
  vi.advanceTimersByTime(limits.awayMs - 1)
  expect(gone).toEqual([])
  vi.advanceTimersByTime(1)
  expect(gone).toEqual(ids.slice(0, 1))
})
