import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWaiting, stepAt } from './clock.ts'

const awareAt = new Date('2026-06-01T08:00:00Z')
const dueAt = new Date('2026-06-04T08:00:00Z')
const after = (hours: number) => new Date(awareAt.getTime() + hours * 3_600_000)

test('row R15: half, most and all of the 72 hours are told, each from its own moment on', () => {
  expect([0, 35.9, 36, 57.5, 57.6, 71.9, 72, 100].map((hours) => stepAt({ awareAt, dueAt }, after(hours)))).toEqual([
    0, 0, 50, 50, 80, 80, 100, 100,
  ])
})

test('row R15: what is risky and untold waits, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('none', 'risk', 'high'),
      fc.subarray(['authority', 'subjects', 'public'] as const),
      (risk, told) => {
        expect(isWaiting({ risk, told })).toBe(risk !== 'none' && !told.includes('authority'))
      },
    ),
  )
})
