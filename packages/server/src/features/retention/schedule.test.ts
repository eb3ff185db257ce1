import { groundSet, type RecordFacts } from '@samtale/policy/grounds'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { samplePolicy } from '../../../test/records/sample-records.ts'
import type { Look } from '../records/index.ts'
import { endOfDay } from './days.ts'
import { previewAt } from './preview.ts'
import { scheduleOf } from './schedule.ts'

const now = new Date('2026-06-01T09:00:00Z')
const kinds = {
  account: ['profile', 'contact', 'usage'],
  purchase: ['order'],
  subscription: ['newsletter'],
} as const
const past = fc.date({ min: new Date('2024-01-01T00:00:00Z'), max: now, noInvalidDate: true })

const looks: fc.Arbitrary<Look> = fc
  .record({
    kind: fc.constantFrom(...(['account', 'purchase', 'subscription'] as const)),
    madeAt: past,
    closed: fc.option(past),
    active: fc.option(past),
    bought: fc.option(past),
    consented: fc.option(past),
    withdrawn: fc.option(past),
    erasedAt: fc.option(past),
    held: fc.boolean(),
  })
  .map(({ kind, madeAt, closed, active, bought, consented, withdrawn, erasedAt, held }) => {
    const event = (name: string, at: Date | null) => (at === null ? {} : { [name]: at })
    const answers = [
      ...(consented === null ? [] : [{ at: consented, given: true }]),
      ...(withdrawn === null ? [] : [{ at: withdrawn, given: false }]),
    ]
    const hold = { id: 'h', categories: [kinds[kind][0]], ground: '17-3-e' as const, placedAt: now, reviewBy: now }
    const facts: RecordFacts = {
      categories: kinds[kind],
      madeAt,
      events: {
        ...event('account-closed', closed),
        ...event('last-activity', active),
        ...event('transaction', bought),
        ...event('contract-start', bought),
      },
      consents: answers.length === 0 ? {} : { news: answers },
      objections: [],
      restrictions: [],
      erasedAt,
      holds: held ? [hold] : [],
      notices: {},
      gone: {},
    }
    const record = {
      id: '',
      kind,
      subject_id: null,
      state: 'in-use' as const,
      barred: [],
      next_check_at: null,
      created_at: madeAt,
    }
    return { record, facts, fates: [] }
  })

const cells = new Map([
  ['profile', 3],
  ['contact', 2],
  ['usage', 5],
  ['order', 4],
  ['newsletter', 1],
])
const inMonths = fc
  .integer({ min: 0, max: 130 })
  .map((months) => new Date(Date.UTC(2026, 5 + months, 17)).toISOString().slice(0, 10))

test('rows R02, R05: by any day, the preview has what the ground set says has gone or is restricted by its end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(looks, { maxLength: 12 }), inMonths, async (all, day) => {
      const pages = async function* () {
        yield all.slice(0, 5).map((look) => ({ look, cells }))
        yield all.slice(5).map((look) => ({ look, cells }))
      }
      const schedule = await scheduleOf({ policy: samplePolicy, pages }, now, new Date('2040-01-01T00:00:00Z'))
      const preview = previewAt(schedule, day)
      const end = new Date((endOfDay(day, 'Europe/Oslo')?.getTime() ?? 0) - 1)
      const fates = all.flatMap(({ facts }) => {
        const told = { ...facts, notices: { goodbye: 'no-address' as const } }
        const [before, after] = [groundSet(samplePolicy, told, now), groundSet(samplePolicy, told, end)]
        return after.map((fate, index) => ({ fate, was: before[index]?.state }))
      })
      const gone = fates.filter(({ fate }) => fate.state === 'gone' && fate.category !== 'contact')
      const restricted = fates.filter(
        ({ fate, was }) => fate.state === 'restricted' && was === 'in-use' && fate.category !== 'contact',
      )
      const linesOf = (...outcomes: string[]) =>
        preview.lines.filter(({ outcome, category }) => outcomes.includes(outcome) && category !== 'contact')
      const records = (lines: typeof preview.lines) => lines.reduce((sum, line) => sum + line.records, 0)
      expect(records(linesOf('deleted', 'anonymous'))).toBe(gone.length)
      expect(records(linesOf('restricted'))).toBe(restricted.length)
      const expected = gone.reduce((sum, { fate }) => sum + (cells.get(fate.category) ?? 0), 0)
      expect(linesOf('deleted', 'anonymous').reduce((sum, line) => sum + line.cells, 0)).toBe(expected)
      for (const line of preview.lines) expect(line.first <= line.last && line.last <= day).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('a later day never has fewer records that lose something', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(looks, { maxLength: 12 }), inMonths, inMonths, async (all, one, other) => {
      const pages = async function* () {
        yield all.map((look) => ({ look, cells }))
      }
      const schedule = await scheduleOf({ policy: samplePolicy, pages }, now, new Date('2040-01-01T00:00:00Z'))
      const [early, late] = [one, other].toSorted()
      expect(previewAt(schedule, early ?? '').records).toBeLessThanOrEqual(previewAt(schedule, late ?? '').records)
      expect(schedule.looked).toBe(all.length)
    }),
    { numRuns: 100 },
  )
})

test('a day ends where its time zone says, also when clocks change', () => {
  expect(endOfDay('2026-06-01', 'Europe/Oslo')?.toISOString()).toBe('2026-06-01T22:00:00.000Z')
  expect(endOfDay('2026-12-31', 'Europe/Oslo')?.toISOString()).toBe('2026-12-31T23:00:00.000Z')
  expect(endOfDay('2026-03-29', 'Europe/Oslo')?.toISOString()).toBe('2026-03-29T22:00:00.000Z')
  expect(endOfDay('2026-10-25', 'Europe/Oslo')?.toISOString()).toBe('2026-10-25T23:00:00.000Z')
  expect(endOfDay('2026-06-01', 'Pacific/Kiritimati')?.toISOString()).toBe('2026-06-01T10:00:00.000Z')
  for (const day of ['2026-02-30', '2026-13-01', 'today', '']) expect(endOfDay(day, 'Europe/Oslo')).toBeNull()
})
