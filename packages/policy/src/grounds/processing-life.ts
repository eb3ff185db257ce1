import type { Processing } from '../processing.ts'
import { consentEnds, type End } from './consent-life.ts'
import { contractState } from './events.ts'
import type { DueNotice, EndedGround, Ground } from './fate.ts'
import { minimumLaws } from './minimum.ts'
import { isPast, type Moment } from './moment.ts'
import { objectionLife } from './objection-life.ts'
import { retentionLife } from './retention-life.ts'

/** A processing of a category, at an instant: what it gives or why it no longer does, and what is known of its times. */
export interface ProcessingLife {
  readonly ground: Ground | null
  readonly ended: EndedGround | null
  readonly ends: readonly Date[]
  readonly notice: DueNotice | null
}

/**
 * Whether a processing still has its ground for a category of a record: its time hasn't ended, and nothing has taken
 * away what it rests on. What ends first, ends it.
 */
export function processingLife(key: string, processing: Processing, category: string, moment: Moment): ProcessingLife {
  const { purpose, basis } = processing
  const retention = retentionLife(processing.retention, moment)
  const objection = objectionLife(processing, moment)
  // Of ends at the same instant the first is told: what the person did says more than that a time was over.
  const ends = [
    erasureEnd(processing, moment),
    ...(basis.article === '6-1-a' ? consentEnds(basis.consent, moment) : []),
    objection.end,
    contractEnd(processing, category, moment),
    retention.end,
  ].flatMap((end) => end ?? [])
  const first = ends.reduce<End | null>((one, end) => (one === null || end.at < one.at ? end : one), null)
  const known = { ends: [...ends, retention.notice].flatMap((one) => one?.at ?? []) }
  if (isPast(first?.at, moment) && first !== null)
    return { ...known, ground: null, ended: { kind: 'processing', processing: key, ...first }, notice: null }
  const effect = objection.suspended ? 'suspended' : keepsOnly(processing, moment) ? 'keep' : 'use'
  return {
    ...known,
    ground: { kind: 'processing', processing: key, purpose, article: basis.article, effect, until: first?.at ?? null },
    ended: null,
    notice: retention.notice === null ? null : { ...retention.notice, processing: key },
  }
}

/**
 * Erasure takes away consent, contract and legitimate interest (GDPR art. 17(1)(a)–(c)). A duty, a public task and vital
 * interests stay (art. 17(3)(b)); a duty to keep stays for as long as the law asks and no longer, which is the law's
 * minimum, a ground of its own.
 */
function erasureEnd(processing: Processing, moment: Moment): End | null {
  const { erasedAt } = moment.facts
  const ended = ['6-1-a', '6-1-b', '6-1-f'].includes(processing.basis.article) || keepsOnly(processing, moment)
  return erasedAt !== null && ended ? { by: 'erased', at: erasedAt } : null
}

/** A law that gives a least time of keeping asks for no more than that; other duties, such as to answer, ask for use. */
function keepsOnly(processing: Processing, moment: Moment): boolean {
  return processing.basis.article === '6-1-c' && minimumLaws(processing, moment).length > 0
}

/**
 * For the same purpose a policy can have one time for customers, counted from the end of their contract, and another for
 * everybody. Who has no contract, has the other alone.
 */
function contractEnd({ purpose, retention }: Processing, category: string, moment: Moment): End | null {
  if (retention.from !== 'contract-end' || contractState(moment) !== 'none') return null
  const forEverybody = Object.values(moment.policy.processings).some(
    (other) =>
      other.purpose === purpose && other.retention.from !== 'contract-end' && other.categories.includes(category),
  )
  return forEverybody ? { by: 'no-contract', at: moment.facts.madeAt } : null
}
