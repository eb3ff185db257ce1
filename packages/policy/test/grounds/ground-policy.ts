import type { DataCategory } from '../../src/category.ts'
import { groundSet, type Fate, type GroundPolicy, type RecordFacts } from '../../src/grounds/index.ts'
import type { LegalBasis } from '../../src/legal-basis.ts'
import type { Processing } from '../../src/processing.ts'
import type { RetentionRule } from '../../src/retention.ts'

const text = { en: 'x', nb: 'x', sv: 'x' }

export const bases = {
  contract: { article: '6-1-b', contract: text, step: 'perform' },
  interest: { article: '6-1-f', interest: text, balance: text, objection: text },
  vital: { article: '6-1-d', interest: text },
  consent: (key: string): LegalBasis => ({ article: '6-1-a', consent: key }),
  law: (key: string): LegalBasis => ({ article: '6-1-c', law: key }),
  task: (key: string): LegalBasis => ({ article: '6-1-e', law: key }),
} as const

/** A rule of a category held in the database; the cap is far away where none is given. */
export function rule(from: string, keep: RetentionRule['keep'], more: Partial<RetentionRule> = {}): RetentionRule {
  return { from, keep, cap: { atMost: 'P50Y', after: 'collected' }, held: 'database', ...more }
}

export function processing(purpose: string, about: string, basis: LegalBasis, retention: RetentionRule): Processing {
  return { title: text, purpose, categories: [about], basis, retention, recipients: 'nobody' }
}

export function category(source: DataCategory['source'] = 'subject'): DataCategory {
  return {
    fides: 'user.contact',
    dpv: 'pd:Contact',
    title: text,
    description: text,
    subjects: ['contact'],
    source,
    provision: { kind: 'voluntary', consequence: text },
  }
}

const uses = { newsletter: 'marketing.communications.email', advertising: 'marketing.advertising.first_party' } as const

/** A policy of these processings, all of them about the one category `data` unless they name others. */
export function policyOf(processings: Record<string, Processing>, more: Partial<GroundPolicy> = {}): GroundPolicy {
  const purposes = new Set(Object.values(processings).map(({ purpose }) => purpose))
  const fidesOf = (purpose: string) => (Object.hasOwn(uses, purpose) ? uses[purpose as keyof typeof uses] : 'essential')
  return {
    categories: { data: category(), observed: category('observed') },
    purposes: Object.fromEntries(
      [...purposes].map((purpose) => [purpose, { fides: fidesOf(purpose), dpv: 'dpv:Purpose', title: text }]),
    ),
    processings,
    consents: {},
    laws: {},
    ...more,
  }
}

export function law(keep: RetentionRule['keep'], from: string) {
  return { title: text, country: 'NO', minimum: { keep, from } } as const
}

export function consent(validFor: RetentionRule['keep'] = 'P10Y') {
  return { title: text, text, asked: 'form', validFor } as const
}

export const at = (instant: string): Date => new Date(instant)

/** Facts of a record made at noon (UTC) on 1 June 2026, of which nothing else is known. */
export function factsOf(more: Partial<RecordFacts> = {}): RecordFacts {
  return {
    categories: ['data'],
    madeAt: at('2026-06-01T12:00:00Z'),
    events: {},
    consents: {},
    objections: [],
    restrictions: [],
    erasedAt: null,
    holds: [],
    notices: {},
    gone: {},
    ...more,
  }
}

/** What becomes of the one category of a record. */
export function fate(policy: GroundPolicy, facts: Partial<RecordFacts>, now: string): Fate {
  const [first] = groundSet(policy, factsOf(facts), at(now))
  if (first === undefined) throw new Error('no category')
  return first
}

export function states(policy: GroundPolicy, facts: Partial<RecordFacts>, ...instants: string[]): Fate['state'][] {
  return instants.map((instant) => fate(policy, facts, instant).state)
}
