import type { Policy } from '@samtale/policy'
import type { Fact, Records } from '../records/index.ts'
import type { Scope } from './kinds.ts'
import { isMarketingPurpose } from './marketing.ts'
import { claimRecord, requestRecord } from './tables.ts'

type Look = Awaited<ReturnType<Records['look']['ofSubject']>>[number]

/** A use of a record that is objected to. */
export interface Objected {
  readonly record: string
  readonly purpose: string
  readonly marketing: boolean
}

/** What can be objected to of what is kept about a person (GDPR art. 21(1)–(2)); their requests aren't used for anything else. */
export function objectable(policy: Pick<Policy, 'purposes'>, looks: readonly Look[], scope: Scope): Objected[] {
  const uses = looks
    .filter(({ record }) => record.kind !== requestRecord && record.kind !== claimRecord)
    .flatMap(({ record, fates }) => fates.flatMap(({ grounds }) => grounds).map((ground) => ({ record, ground })))
    .flatMap(({ record, ground }): Objected[] => {
      if (ground.kind !== 'processing') return []
      const marketing = isMarketingPurpose(policy, ground.purpose)
      const weighed = scope === 'all' && ['6-1-e', '6-1-f'].includes(ground.article)
      return marketing || weighed ? [{ record: record.id, purpose: ground.purpose, marketing }] : []
    })
  return [...new Map(uses.map((use) => [`${use.record} ${use.purpose}`, use])).values()]
}

export function objectionFacts(objected: readonly Objected[], at: Date): Fact[] {
  return objected.map(({ record, purpose }) => ({ kind: 'objection', record, purpose, at }))
}

/** Objections of a person that nobody has decided; those to marketing need no decision. */
export function undecided(policy: Pick<Policy, 'purposes'>, looks: readonly Look[]): Objected[] {
  const waiting = looks.flatMap(({ record, facts }) =>
    facts.objections
      .filter(({ decision, purpose }) => decision === undefined && !isMarketingPurpose(policy, purpose))
      .map(({ purpose }) => ({ record: record.id, purpose, marketing: false })),
  )
  return [...new Map(waiting.map((use) => [`${use.record} ${use.purpose}`, use])).values()]
}
