import { expect, test } from 'vitest'
import { createTestClock } from '../../test/test-clock.ts'
import { whenQuiet } from './take-over.ts'

test('a coming policy waits for calls to end, and no longer than a day', async () => {
  const clock = createTestClock()
  let people = 2
  let isTime = false
  void whenQuiet(() => people, clock).then(() => (isTime = true))
  clock.advance(23 * 3_600_000)
  await Promise.resolve()
  expect(isTime).toBe(false)
  people = 0
  clock.advance(60_000)
  await Promise.resolve()
  expect(isTime).toBe(true)

  people = 2
  isTime = false
  void whenQuiet(() => people, clock).then(() => (isTime = true))
  clock.advance(24 * 3_600_000)
  await Promise.resolve()
  expect(isTime).toBe(true)
})
