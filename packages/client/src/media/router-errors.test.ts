import { Refusal } from '@samtale/protocol'
import { expect, test } from 'vitest'
import { backOffMs, remedyFor } from './router-errors.ts'

test('what is past is let be, a lost transport asks for a new session, the rest is tried again', () => {
  expect(remedyFor(new Refusal('mode.direct'))).toBe('none')
  expect(remedyFor(new Refusal('publication.unknown'))).toBe('none')
  expect(remedyFor(new Refusal('transport.unknown'))).toBe('new-session')
  expect(remedyFor(new Refusal('rate.exceeded'))).toBe('again')
  expect(remedyFor(new Error('the socket broke'))).toBe('again')
  expect(remedyFor(Object.assign(new Error('closed'), { name: 'InvalidStateError' }))).toBe('none')
})

test('attempts come at 1, 2, 4 … and at most 30 seconds', () => {
  expect([1, 2, 3, 6, 60].map(backOffMs)).toEqual([1_000, 2_000, 4_000, 30_000, 30_000])
})
