import { expect, test } from 'vitest'
import { createReceiveStatuses, troubleAfterMs, troubleLastsMs } from './receive-status.ts'

test('nothing yet is waiting, one that opens is encrypted, and stays so while nothing comes', () => {
  const statuses = createReceiveStatuses()
  statuses.reset('ana')
  expect(statuses.changes(0)).toEqual([])
  statuses.opened('ana', 'camera')
  expect(statuses.changes(10)).toEqual([['ana', { state: 'encrypted', why: null }]])
  expect(statuses.changes(1_000_000)).toEqual([])
})

test('frames that do not open are trouble after two seconds, not before, and say why', () => {
  const statuses = createReceiveStatuses()
  for (let now = 0; now < troubleAfterMs; now += 100) {
    statuses.dropped('ana', 'camera', 'no-key', now)
    expect(statuses.changes(now)).toEqual([])
  }
  statuses.dropped('ana', 'camera', 'altered', troubleAfterMs)
  expect(statuses.changes(troubleAfterMs)).toEqual([['ana', { state: 'trouble', why: 'altered' }]])
})

test('one slot in trouble is trouble, whatever the others do; it ends when a frame opens', () => {
  const statuses = createReceiveStatuses()
  for (let now = 0; now <= troubleAfterMs; now += 100) {
    statuses.dropped('ana', 'camera', 'other-sender', now)
    statuses.opened('ana', 'microphone')
  }
  expect(statuses.changes(troubleAfterMs)).toEqual([['ana', { state: 'trouble', why: 'other-sender' }]])
  statuses.opened('ana', 'camera')
  expect(statuses.changes(troubleAfterMs)).toEqual([['ana', { state: 'encrypted', why: null }]])
})

test('trouble is over when no frames come any more, and begins anew with the next', () => {
  const statuses = createReceiveStatuses()
  statuses.dropped('ana', 'camera', 'no-key', 0)
  statuses.dropped('ana', 'camera', 'no-key', troubleAfterMs)
  expect(statuses.changes(troubleAfterMs)).toHaveLength(1)
  const later = troubleAfterMs + troubleLastsMs
  expect(statuses.changes(later)).toEqual([['ana', { state: 'waiting', why: null }]])
  statuses.dropped('ana', 'camera', 'no-key', later)
  expect(statuses.changes(later)).toEqual([])
})

test('somebody else under the same name begins from nothing', () => {
  const statuses = createReceiveStatuses()
  statuses.opened('ana', 'camera')
  statuses.changes(0)
  statuses.reset('ana')
  expect(statuses.changes(1)).toEqual([['ana', { state: 'waiting', why: null }]])
})
