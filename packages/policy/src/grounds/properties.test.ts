import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDuration, endOfFiscalYear } from '../time/zoned.ts'
import { holds, instants, policies, records } from '../../test/grounds/random-records.ts'
import type { RecordFacts } from './facts.ts'
import type { Fate, Ground } from './fate.ts'
import { groundSet } from './ground-set.ts'
import { timeline } from './timeline.ts'

const oslo = 'Europe/Oslo'
const many = { numRuns: 500 }
const edition = {
  profile: 'x',
  title: { en: 'x', nb: 'x', sv: 'x' },
  languages: ['en'],
  effective: '2026-01-01',
} as const
const rank = { 'in-use': 2, restricted: 1, gone: 0 } as const
const given = [policies, records, instants] as const

/** What is compared where grounds may be named otherwise. */
const use = ({ category, state, purposes, portable }: Fate) => ({ category, state, purposes, portable })
const lives = (ground: Ground): string =>
  ground.kind === 'processing' ? ground.processing : ground.kind === 'minimum' ? `law ${ground.law}` : ground.kind

function atMostAsAlive(less: readonly Fate[], more: readonly Fate[]): void {
  less.forEach((fate, index) => {
    const other = more[index]
    expect(rank[fate.state]).toBeLessThanOrEqual(other === undefined ? -1 : rank[other.state])
  })
}

/** When an event was, written down again and simpler: for the events that don't depend on what the person said. */
function known(event: string, { events, madeAt }: RecordFacts): Date | undefined {
  if (event === 'collected') return events['collected'] ?? madeAt
  if (event !== 'fiscal-year-end') return events[event]
  const year = events['transaction'] && endOfFiscalYear(events['transaction'], oslo)
  const written = events['fiscal-year-end']
  return year === undefined || (written !== undefined && written > year) ? written : year
}
const decidedElsewhere = ['consent-withdrawn', 'contract-end']

test('row R05: nothing is gone before the least time that a law asks for', () => {
  fc.assert(
    fc.property(...given, (policy, facts, now) => {
      const fates = groundSet(policy, facts, now)
      for (const { categories, retention, basis } of Object.values(policy.processings)) {
        const minimum = policy.laws?.[retention.minimum ?? ('law' in basis ? basis.law : '')]?.minimum
        const from = minimum && !decidedElsewhere.includes(minimum.from) && known(minimum.from, facts)
        if (!minimum || !from || addDuration(from, minimum.keep, oslo) <= now) continue
        const fate = fates.find(({ category }) => categories.some((one) => one === category))
        expect(fate?.state).not.toBe('gone')
      }
    }),
    many,
  )
})

test('rows R02, R05, R09: what is past its time and its cap is gone, but for holds, minima and mails not sent', () => {
  fc.assert(
    fc.property(...given, (policy, facts, now) => {
      for (const { category, state, grounds, noticesDue } of groundSet(policy, facts, now)) {
        if (state === 'gone') continue
        for (const ground of grounds) {
          if (ground.kind !== 'processing') continue
          const { retention } = policy.processings[ground.processing] ?? {}
          if (retention === undefined || noticesDue.some(({ processing }) => processing === ground.processing)) continue
          const ends = [
            [retention.from, retention.keep] as const,
            [retention.cap.after, retention.cap.atMost] as const,
          ].flatMap(([event, duration]) => {
            const from = decidedElsewhere.includes(event) ? undefined : known(event, facts)
            return from === undefined ? [] : [addDuration(from, duration, oslo)]
          })
          const late = ends.filter((end) => end <= now)
          // A mail that was sent late moves the end.
          if (retention.notice === undefined || facts.notices['goodbye'] === 'no-address')
            expect(late, category).toEqual([])
        }
      }
    }),
    many,
  )
})

test('rows R01, R03: what is said to go at an instant is there just before and gone then, and the job has until later', () => {
  fc.assert(
    fc.property(...given, (policy, facts, now) => {
      groundSet(policy, facts, now).forEach(({ earliest, dueBy, state }, index) => {
        if (earliest === null) return expect(dueBy).toBeNull()
        expect(dueBy && dueBy >= earliest).toBe(true)
        if (state === 'gone') return expect(earliest <= now || earliest.getTime() === facts.madeAt.getTime()).toBe(true)
        // Unless a fact that was written down in advance comes between.
        if (coming(facts, now).some((fact) => fact <= earliest)) return
        expect(groundSet(policy, facts, earliest)[index]?.state).toBe('gone')
        expect(groundSet(policy, facts, new Date(earliest.getTime() - 1))[index]?.state).not.toBe('gone')
      })
    }),
    many,
  )
})

/** Times of facts that are yet to come. */
function coming(facts: RecordFacts, now: Date): Date[] {
  const found: Date[] = []
  JSON.stringify(
    { ...facts, holds: facts.holds.map((hold) => ({ ...hold, reviewBy: null })) },
    function (this: unknown, key, value: unknown) {
      const held = (this as Record<string, unknown>)[key]
      if (held instanceof Date && held > now) found.push(held)
      return value
    },
  )
  return found
}

test('nothing changes until the instant that is named as the next', () => {
  fc.assert(
    fc.property(...given, fc.double({ min: 0, max: 0.999999, noNaN: true }), (policy, facts, now, part) => {
      groundSet(policy, facts, now).forEach((fate, index) => {
        const until = fate.nextChange?.getTime() ?? Date.parse('2060-01-01T00:00:00Z')
        const then = new Date(now.getTime() + Math.floor((until - now.getTime()) * part))
        const later = groundSet(policy, facts, then)[index]
        expect({ ...later, nextChange: null }).toEqual({ ...fate, nextChange: null })
      })
    }),
    many,
  )
})

test('time takes grounds away and gives none, where no new fact comes', () => {
  fc.assert(
    fc.property(...given, instants, (policy, facts, one, other) => {
      const [now, later] = one <= other ? [one, other] : [other, one]
      const settled = { ...facts, restrictions: [] }
      if (coming(settled, now).length > 0) return
      atMostAsAlive(groundSet(policy, settled, later), groundSet(policy, settled, now))
    }),
    many,
  )
})

test('the order in which facts were written down doesn’t matter', () => {
  fc.assert(
    fc.property(...given, (policy, facts, now) => {
      const reversed: RecordFacts = {
        ...facts,
        consents: Object.fromEntries(
          Object.entries(facts.consents).map(([key, answers]) => [key, answers.toReversed()]),
        ),
        objections: facts.objections.toReversed(),
        restrictions: facts.restrictions.toReversed(),
        events: Object.fromEntries(Object.entries(facts.events).toReversed()),
      }
      expect(groundSet(policy, reversed, now)).toEqual(groundSet(policy, facts, now))
    }),
    many,
  )
})

test('row R07: a hold makes nothing go sooner, and once released it might never have been', () => {
  fc.assert(
    fc.property(...given, holds, (policy, facts, now, hold) => {
      const without = groundSet(policy, facts, now)
      const held = groundSet(policy, { ...facts, holds: [...facts.holds, { ...hold, releasedAt: undefined }] }, now)
      atMostAsAlive(without, held)
      held.forEach((fate) => {
        if (hold.placedAt <= now && hold.categories.includes(fate.category)) expect(fate.state).not.toBe('gone')
      })
      const released = groundSet(policy, { ...facts, holds: [...facts.holds, { ...hold, releasedAt: now }] }, now)
      expect(released.map(use)).toEqual(without.map(use))
      expect(released.map(({ grounds }) => grounds)).toEqual(without.map(({ grounds }) => grounds))
    }),
    many,
  )
})

test('rows G03, R12: erasure, withdrawal and objection make nothing live longer', () => {
  fc.assert(
    fc.property(
      ...given,
      fc.constantFrom('service', 'support', 'newsletter', 'improvement'),
      (policy, facts, now, purpose) => {
        const before = groundSet(policy, { ...facts, erasedAt: null }, now)
        const erased = groundSet(policy, { ...facts, erasedAt: now }, now)
        // Only a law’s own minimum, whose time begins with it, may be left that wasn’t there.
        erased.forEach((fate, index) => {
          const also: string[] = before[index]?.grounds.map(lives) ?? []
          for (const ground of fate.grounds) if (ground.kind !== 'minimum') expect(also).toContain(lives(ground))
        })
        const news = [...(facts.consents['news'] ?? []), { at: now, given: false }]
        const decision = { at: now, outcome: 'upheld' as const }
        const objections = [...facts.objections, { purpose, at: now, decision }]
        for (const less of [{ consents: { ...facts.consents, news } }, { objections }]) {
          const after = groundSet(policy, { ...facts, ...less }, now)
          after.forEach((fate, index) => {
            const was: string[] = groundSet(policy, facts, now)[index]?.grounds.map(lives) ?? []
            for (const ground of fate.grounds) if (ground.kind !== 'minimum') expect(was).toContain(lives(ground))
          })
        }
      },
    ),
    many,
  )
})

test('row G03: after erasure nothing rests on consent, contract or interest', () => {
  fc.assert(
    fc.property(...given, (policy, facts, now) => {
      for (const { grounds } of groundSet(policy, { ...facts, erasedAt: now }, now))
        for (const ground of grounds) {
          expect(ground.kind).not.toBe('undeclared')
          if (ground.kind === 'processing') expect(['6-1-c', '6-1-d', '6-1-e']).toContain(ground.article)
        }
    }),
    many,
  )
})

test('rows G05, G06: what is restricted or objected to is used for nothing, and marketing ends at once', () => {
  fc.assert(
    fc.property(...given, (policy, facts, now) => {
      const restricted = groundSet(policy, { ...facts, restrictions: [{ at: now }] }, now)
      restricted.forEach(({ state, purposes }, index) => {
        expect(purposes).toEqual([])
        expect(state).toBe(groundSet(policy, facts, now)[index]?.state === 'gone' ? 'gone' : 'restricted')
      })
      for (const purpose of ['newsletter', 'improvement']) {
        const objections = [...facts.objections, { purpose, at: now }]
        for (const { grounds, purposes } of groundSet(policy, { ...facts, objections }, now))
          for (const ground of grounds) {
            if (ground.kind !== 'processing' || ground.purpose !== purpose) continue
            const stays = ['6-1-c', '6-1-d', ...(purpose === 'newsletter' ? [] : ['6-1-a', '6-1-b'])]
            if (!stays.includes(ground.article)) expect(ground.effect).toBe('suspended')
            if (!stays.includes(ground.article) && purpose === 'newsletter') expect(purposes).not.toContain(purpose)
          }
      }
    }),
    many,
  )
})

test('row R12: what was lawful before a withdrawal stays so', () => {
  fc.assert(
    fc.property(...given, instants, (policy, facts, one, other) => {
      const [before, at] = one < other ? [one, other] : [other, one]
      if (before.getTime() === at.getTime()) return
      const news = [...(facts.consents['news'] ?? []), { at, given: false }]
      const look = (consents: RecordFacts['consents']) =>
        groundSet(policy, { ...facts, consents }, before).map(({ grounds, state }) => ({ grounds, state }))
      expect(look({ ...facts.consents, news })).toEqual(look({ news: [], ...facts.consents }))
    }),
    many,
  )
})

test('in use is what some purpose may use, and gone what nothing keeps', () => {
  fc.assert(
    fc.property(...given, (policy, facts, now) => {
      for (const { state, purposes, grounds } of groundSet(policy, facts, now)) {
        expect(state === 'in-use').toBe(purposes.length > 0)
        expect(state === 'gone').toBe(grounds.length === 0)
      }
    }),
    many,
  )
})

test('another time zone moves an end by no more than days of the calendar can differ', () => {
  const days = 86_400_000
  fc.assert(
    fc.property(...given, fc.constantFrom('UTC', 'Asia/Tokyo', 'America/New_York'), (policy, facts, now, timeZone) => {
      // The year in which something happened may be another one elsewhere, and the fiscal year with it.
      fc.pre(!JSON.stringify(policy).includes('fiscal-year-end'))
      const there = groundSet({ ...policy, edition: { ...edition, timeZone } }, facts, now)
      const ends = (fates: readonly Fate[]) =>
        fates.flatMap(({ category, grounds }) =>
          grounds
            .filter(({ kind }) => kind !== 'hold')
            .map((ground) => [`${category} ${lives(ground)}`, ground.until] as const),
        )
      const elsewhere = new Map(ends(there))
      for (const [ground, until] of ends(groundSet(policy, facts, now))) {
        const other = elsewhere.get(ground)
        if (until && other) expect(Math.abs(until.getTime() - other.getTime())).toBeLessThanOrEqual(5 * days)
      }
    }),
    many,
  )
})

test('a timeline ends with what the ground set says of its last instant', () => {
  fc.assert(
    fc.property(...given, instants, (policy, facts, one, other) => {
      const [from, until] = one <= other ? [one, other] : [other, one]
      const entries = timeline(policy, { ...facts, notices: { goodbye: 'no-address' } }, from, until)
      expect(entries[0]?.at).toEqual(from)
      const last = entries.at(-1)?.fates ?? []
      groundSet(policy, { ...facts, notices: { goodbye: 'no-address' } }, until).forEach((fate, index) => {
        if (last[index]?.state !== 'gone') expect(last[index]?.state).toBe(fate.state)
      })
      entries.reduce((before, { at }) => (expect(at > before).toBe(true), at), new Date(from.getTime() - 1))
    }),
    many,
  )
})
