import { expect, test } from 'vitest'
import { judged, oneFailed, onePassed, playwrightCounts, sumOf, vitestCounts } from './counts.ts'

const none = { passed: 0, failed: 0, skipped: 0 }

test('the last line counts all stages', () => {
  const results = [onePassed, { passed: 3, failed: 0, skipped: 0 }, none]
  expect(sumOf(results)).toEqual({ line: '4 passed, 0 failed', isGreen: true })
  expect(sumOf([...results, oneFailed])).toEqual({ line: '4 passed, 1 failed', isGreen: false })
  expect(sumOf([{ passed: 1, failed: 0, skipped: 2 }]).line).toBe('1 passed, 0 failed, 2 skipped')
})

test('a run of no tests is not green', () => {
  expect(sumOf([none])).toEqual({ line: '0 passed, 0 failed', isGreen: false })
})

test('a runner that crashed or ran nothing has failed', () => {
  expect(judged({ passed: 5, failed: 0, skipped: 0 }, 1).failed).toBe(1)
  expect(judged(none, 0).failed).toBe(1)
  expect(judged({ passed: 5, failed: 2, skipped: 0 }, 1).failed).toBe(2)
  expect(judged({ passed: 5, failed: 0, skipped: 0 }, 0).failed).toBe(0)
})

test('a test file that can’t be loaded counts as one failed test', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'pending' }] },
  ]
  expect(vitestCounts({ testResults })).toEqual({ passed: 2, failed: 2, skipped: 1 })
})

test('an error outside the tests of Playwright counts as failed', () => {
  const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 0 }
  expect(playwrightCounts({ stats, errors: ['no server'] })).toEqual({ passed: 5, failed: 1, skipped: 0 })
})
