import { holdGrounds } from '@samtale/policy/grounds'
import { z } from 'zod'
import type { LedgerEntry, LedgerFacts, NewEntry } from '../ledger/index.ts'
import type { Fact } from './fact.ts'

/** A fact as the ledger has it: without the record's id, for which it has a tag. */
export function entryOf(fact: Fact): NewEntry {
  const about = 'record' in fact ? { record: fact.record } : { subject: fact.subject }
  return { kind: fact.kind, at: fact.at, about, facts: fieldsOf(fact) }
}

function fieldsOf(fact: Fact): LedgerFacts {
  switch (fact.kind) {
    case 'event':
      return { event: fact.event }
    case 'consent':
      return {
        consent: fact.consent,
        given: fact.given ? 'yes' : 'no',
        ...(fact.expiresAt === undefined ? {} : { expires: fact.expiresAt.toISOString() }),
        ...(fact.supersededAt === undefined ? {} : { superseded: fact.supersededAt.toISOString() }),
      }
    case 'objection':
      return { purpose: fact.purpose }
    case 'decision':
      return { purpose: fact.purpose, outcome: fact.outcome }
    case 'notice':
      return { mail: fact.mail, outcome: fact.sent }
    case 'hold': {
      const { hold, categories, ground, owner, reviewBy } = fact
      return { hold, categories, ground, owner, review: reviewBy.toISOString() }
    }
    case 'hold.released':
      return { hold: fact.hold }
    case 'restriction':
      return { restriction: fact.restriction, ground: fact.ground }
    case 'restriction.told':
    case 'restriction.lifted':
      return { restriction: fact.restriction }
    case 'gone':
      return { kind: fact.of, categories: fact.categories, outcome: fact.outcome }
    case 'erasure':
      return {}
  }
}

const key = z.string().regex(/^[a-z][a-z0-9.-]{0,63}$/)
const keys = z.array(key)
const instant = z.iso.datetime().transform((at) => new Date(at))
const hold = z.string()
const restriction = z.string()

/** How the entries of each kind are read back. */
const fields = {
  event: z.strictObject({ event: key }).transform((read) => ({ kind: 'event' as const, ...read })),
  consent: z
    .strictObject({
      consent: key,
      given: z.enum(['yes', 'no']),
      expires: instant.optional(),
      superseded: instant.optional(),
    })
    .transform(({ consent, given, expires, superseded }) => {
      return { kind: 'consent' as const, consent, given: given === 'yes', expiresAt: expires, supersededAt: superseded }
    }),
  objection: z.strictObject({ purpose: key }).transform((read) => ({ kind: 'objection' as const, ...read })),
  decision: z
    .strictObject({ purpose: key, outcome: z.enum(['upheld', 'overridden']) })
    .transform((read) => ({ kind: 'decision' as const, ...read })),
  erasure: z.strictObject({}).transform(() => ({ kind: 'erasure' as const })),
  notice: z
    .strictObject({ mail: key, outcome: z.enum(['sent', 'no-address']) })
    .transform(({ mail, outcome }) => ({ kind: 'notice' as const, mail, sent: outcome })),
  hold: z
    .strictObject({ hold, categories: keys, ground: z.enum(holdGrounds), owner: key, review: instant })
    .transform(({ review, ...read }) => ({ kind: 'hold' as const, ...read, reviewBy: review })),
  'hold.released': z.strictObject({ hold }).transform((read) => ({ kind: 'hold.released' as const, ...read })),
  gone: z
    .strictObject({ kind: key, categories: keys, outcome: z.enum(['delete', 'anonymise']) })
    .transform(({ kind, ...read }) => ({ kind: 'gone' as const, of: kind, ...read })),
  restriction: z
    .strictObject({ restriction, ground: z.enum(['18-1-a', '18-1-b', '18-1-c', '18-1-d']) })
    .transform((read) => ({ kind: 'restriction' as const, ...read })),
  'restriction.told': z
    .strictObject({ restriction })
    .transform((read) => ({ kind: 'restriction.told' as const, ...read })),
  'restriction.lifted': z
    .strictObject({ restriction })
    .transform((read) => ({ kind: 'restriction.lifted' as const, ...read })),
} satisfies Record<Fact['kind'], z.ZodType>

/** The fact of an entry, about the record or person whose tag it has; null where the kind isn't known to this version. */
export function factOf({ kind, at, facts }: LedgerEntry, id: string): Fact | null {
  if (!Object.hasOwn(fields, kind)) return null
  const read = fields[kind as Fact['kind']].parse(facts)
  return 'restriction' in read ? { ...read, subject: id, at } : { ...read, record: id, at }
}
