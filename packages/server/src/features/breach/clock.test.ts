import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOverdue, isWaiting, stepAt } from './clock.ts'

const awareAt = new Date('2026-06-01T08:00:00Z')
const dueAt = new Date('2026-06-04T08:00:00Z')
const after = (hours: number) => new Date(awareAt.getTime() + hours * 3_600_000)

test('row R15: half, most and all of the 72 hours are told, each from its own moment on', () => {
  expect([0, 35.9, 36, 57.5, 57.6, 71.9, 72, 100].map((hours) => stepAt({ awareAt, dueAt }, after(hours)))).toEqual([
    0, 0, 50, 50, 80, 80, 100, 100,
  ])
})

test('row R15: overdue is what is risky, untold and late, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('none', 'risk', 'high'),
      fc.subarray(['authority', 'subjects', 'public'] as const),
      fc.double({ min: 0, max: 200, noNaN: true }),
      (risk, told, hours) => {
        const waiting = { awareAt, dueAt, risk, told } as const
        expect(isWaiting(waiting)).toBe(risk !== 'none' && !told.includes('authority'))
        expect(isOverdue(waiting, after(hours))).toBe(isWaiting(waiting) && after(hours) > dueAt)
      },
    ),
  )
})
