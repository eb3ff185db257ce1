import { expect, test } from 'vitest'
import { nameProblem } from './name-problem.ts'

test.each([
  ['our kitchen table', false, null],
  ['our-', false, null],
  ['our ', false, null],
  ['', false, null],
  ['  ', true, 'empty'],
  ['a/b', false, 'room.name-invalid'],
  ['x'.repeat(65), false, 'room.name-invalid'],
  ['Privacy', false, 'room.name-reserved'],
] as const)('%j, submitted: %s → %s', (typed, wasSubmitted, problem) => {
  expect(nameProblem(typed, wasSubmitted)).toBe(problem)
})
