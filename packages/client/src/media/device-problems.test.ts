import { expect, test } from 'vitest'
import { problemOf } from './device-problems.ts'

test('errors of getUserMedia are told in the words that the page has sentences for', () => {
  const named = (name: string) => Object.assign(new Error(name), { name })
  expect(problemOf(named('NotAllowedError'))).toBe('denied')
  expect(problemOf(named('NotReadableError'))).toBe('busy')
  expect(problemOf(named('AbortError'))).toBe('busy')
  expect(problemOf(named('NotFoundError'))).toBe('missing')
  expect(problemOf(named('OverconstrainedError'))).toBe('missing')
  expect(problemOf(named('TypeError'))).toBe('failed')
  expect(problemOf(null)).toBe('failed')
})
