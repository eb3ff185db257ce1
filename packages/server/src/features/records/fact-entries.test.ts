import { holdGrounds } from '@samtale/policy/grounds'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryOf, factOf } from './fact-entries.ts'
import type { Fact } from './fact.ts'

const at = fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') })
const key = fc.stringMatching(/^[a-z][a-z0-9.-]{0,20}$/)
const keys = fc.array(key)
const later = fc.option(at, { nil: undefined })
const ofRecord = { record: fc.constant('record-1'), at }
const ofSubject = { subject: fc.constant('person-1'), at, restriction: fc.uuid() }

const facts: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ ...ofRecord, kind: fc.constant('event' as const), event: key }),
  fc.record({
    ...ofRecord,
    kind: fc.constant('consent' as const),
    consent: key,
    given: fc.boolean(),
    expiresAt: later,
    supersededAt: later,
  }),
  fc.record({ ...ofRecord, kind: fc.constant('objection' as const), purpose: key }),
  fc.record({
    ...ofRecord,
    kind: fc.constant('decision' as const),
    purpose: key,
    outcome: fc.constantFrom('upheld' as const, 'overridden' as const),
  }),
  fc.record({ ...ofRecord, kind: fc.constant('erasure' as const) }),
  fc.record({
    ...ofRecord,
    kind: fc.constant('notice' as const),
    mail: key,
    sent: fc.constantFrom('sent' as const, 'no-address' as const),
  }),
  fc.record({
    ...ofRecord,
    kind: fc.constant('hold' as const),
    hold: fc.uuid(),
    categories: keys,
    ground: fc.constantFrom(...holdGrounds),
    owner: key,
    reviewBy: at,
  }),
  fc.record({ ...ofRecord, kind: fc.constant('hold.released' as const), hold: fc.uuid() }),
  fc.record({
    ...ofRecord,
    kind: fc.constant('gone' as const),
    of: key,
    categories: keys,
    outcome: fc.constantFrom('delete' as const, 'anonymise' as const),
  }),
  fc.record({
    ...ofSubject,
    kind: fc.constant('restriction' as const),
    ground: fc.constantFrom('18-1-a' as const, '18-1-d' as const),
  }),
  fc.record({ ...ofSubject, kind: fc.constantFrom('restriction.told' as const, 'restriction.lifted' as const) }),
)

const chained = { number: 1, tag: 'i1.tag', previous_hash: '', hash: '' }

test('row G03: an entry of the ledger tells the fact whole, and nothing of whom it is about', () => {
  fc.assert(
    fc.property(facts, (fact) => {
      const { about: _about, ...entry } = entryOf(fact)
      const id = 'record' in fact ? fact.record : fact.subject
      expect(JSON.stringify(entry)).not.toContain(id)
      // As the database gives it back.
      const read = { ...chained, ...entry, facts: JSON.parse(JSON.stringify(entry.facts)) as typeof entry.facts }
      expect(factOf(read, id)).toEqual(fact)
    }),
  )
})

test('an entry of a kind that this version doesn’t know tells nothing', () => {
  expect(factOf({ ...chained, at: new Date(0), kind: 'constructor', facts: {} }, 'x')).toBeNull()
})
