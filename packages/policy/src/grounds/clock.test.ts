import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bases, factsOf, law, policyOf, processing } from '../../test/grounds/ground-policy.ts'
import { durations, instants, rules } from '../../test/grounds/random-records.ts'
import type { RetentionRule } from '../retention.ts'
import { addDuration, endOfFiscalYear } from '../time/zoned.ts'
import type { RecordFacts } from './facts.ts'
import { groundSet } from './ground-set.ts'

const oslo = 'Europe/Oslo'
const watched = [
  'collected',
  'last-activity',
  'last-message',
  'account-closed',
  'transaction',
  'fiscal-year-end',
] as const
type Event = (typeof watched)[number]
interface Happening {
  event: Exclude<Event, 'collected' | 'fiscal-year-end'>
  at: Date
}
interface Deletion {
  at: Date
  dueBy: Date
}

/** Days on which clocks, calendars and holidays do something of their own, beside any others. */
const times = fc.oneof(
  instants,
  fc
    .tuple(
      fc.constantFrom('2024-02-29', '2028-02-29', '2026-03-29', '2026-10-25', '2026-04-02', '2027-05-17', '2026-12-31'),
      fc.integer({ min: 0, max: 86_399_999 }),
    )
    .map(([day, time]) => new Date(Date.parse(day) + time)),
)
const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({ event: fc.constantFrom('last-activity', 'last-message', 'account-closed', 'transaction'), at: times }),
  { maxLength: 6 },
)
const minima = fc.option(fc.tuple(durations, fc.constantFrom('collected', 'transaction', 'fiscal-year-end')))

/** The job: it looks when it was told to and when something happened, and deletes what is gone. */
function run(
  rule: RetentionRule,
  minimum: [RetentionRule['keep'], string] | null,
  made: Date,
  history: readonly Happening[],
) {
  const policy = policyOf(
    { one: processing('service', 'data', bases.contract, rule) },
    { laws: minimum === null ? {} : { books: law(...minimum) } },
  )
  let facts: RecordFacts = factsOf({ madeAt: made })
  const pending = [...history]
  for (let now: Date | null = made; now !== null;) {
    const instant: Date = now
    while (pending[0] !== undefined && pending[0].at <= instant) {
      const { event, at } = pending.shift() as Happening
      facts = { ...facts, events: { ...facts.events, [event]: at } }
    }
    const [fate] = groundSet(policy, facts, instant)
    if (fate?.state === 'gone') return { at: instant, dueBy: fate.dueBy } as Deletion
    const next = [fate?.nextChange, pending[0]?.at].filter((at) => at !== null && at !== undefined)
    now = next.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null
  }
  return null
}

/** The same, told in another way: the end after each thing that happens, until one comes before the next does. */
function expected(
  rule: RetentionRule,
  minimum: [RetentionRule['keep'], string] | null,
  made: Date,
  history: readonly Happening[],
) {
  const known = new Map<string, Date>([['collected', made]])
  const end = (event: string, duration: RetentionRule['keep']) => {
    const from = known.get(event)
    return from === undefined ? Infinity : addDuration(from, duration, oslo).getTime()
  }
  const nextMidnight = (time: number) => {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: oslo, timeStyle: 'medium' }).format(time)
    return shown === '00:00:00' && time % 1000 === 0 ? time : Date.parse(dayAfter(time))
  }
  for (let index = -1; index < history.length; index += 1) {
    const happened = history[index]
    if (happened !== undefined) known.set(happened.event, happened.at)
    const transaction = known.get('transaction')
    if (transaction !== undefined) known.set('fiscal-year-end', endOfFiscalYear(transaction, oslo))
    const kept = Math.min(end(rule.from, rule.keep), end(rule.cap.after, rule.cap.atMost))
    const least = minimum !== null && known.has(minimum[1]) ? end(minimum[1], minimum[0]) : -Infinity
    const whole = minimum?.[0].includes('T') || !Number.isFinite(least) ? least : nextMidnight(least)
    const gone = Math.max(kept, whole, happened?.at.getTime() ?? made.getTime())
    if (gone < (history[index + 1]?.at.getTime() ?? Infinity)) return new Date(gone)
  }
  return null
}

function dayAfter(time: number): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: oslo, dateStyle: 'short' }).format(time)
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
  const offset = new Intl.DateTimeFormat('en', { timeZone: oslo, timeZoneName: 'longOffset' })
    .formatToParts(Date.parse(`${next}T00:00:00Z`) - 7_200_000)
    .find(({ type }) => type === 'timeZoneName')
  return `${next}T00:00:00${offset?.value.slice(3)}`
}

test('rows R01, R02, R04, R05, R06: for every rule and history nothing goes before its minimum or stays past its end and deadline', () => {
  fc.assert(
    fc.property(rules, minima, times, happenings, (rule, minimum, made, happened) => {
      fc.pre([rule.from, rule.cap.after].every((event) => watched.some((one) => one === event)))
      const history = happened
        .filter(({ at }) => at >= made)
        .toSorted((one, other) => one.at.getTime() - other.at.getTime())
      const simple: RetentionRule = { ...rule, notice: undefined, minimum: minimum === null ? undefined : 'books' }
      const deletion = run(simple, minimum, made, history)
      const gone = expected(simple, minimum, made, history)
      expect(deletion?.at).toEqual(gone === null ? undefined : gone)
      if (deletion !== null) expect(deletion.dueBy >= deletion.at || rule.deadline !== undefined).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
