import type { EndedGround, Fate, Ground } from './fate.ts'
import type { HoldGround } from './facts.ts'

/** Why a category is kept or goes: codes, keys and times, from which a certificate or a page makes sentences. */
export interface Explanation {
  readonly category: string
  readonly state: Fate['state']
  /** Each ground that keeps it, with the exception that lets it outlive a request for erasure; null for none. */
  readonly kept: readonly (Ground & { readonly exception: HoldGround | null })[]
  /** What ended last, and so decided that it goes; several where they ended together. Empty while it is kept. */
  readonly because: readonly EndedGround[]
  /** When it goes or went, as far as is known. */
  readonly until: Date | null
  /** By when it is deleted at the latest. */
  readonly deletedBy: Date | null
}

/** Explains a fate. */
export function explainFate({ category, state, grounds, ended, earliest, dueBy }: Fate): Explanation {
  const last = ended.at(-1)?.at.getTime()
  return {
    category,
    state,
    kept: grounds.map((ground) => ({ ...ground, exception: exceptionOf(ground) })),
    because: state === 'gone' ? ended.filter(({ at }) => at.getTime() === last) : [],
    until: earliest,
    deletedBy: dueBy,
  }
}

/** GDPR art. 17(3), or art. 18(1) where the person wants it kept. Consent, contract and interest are none. */
function exceptionOf(ground: Ground): HoldGround | null {
  switch (ground.kind) {
    case 'minimum':
      return '17-3-b'
    case 'hold':
      return ground.ground
    case 'processing':
      return ['6-1-c', '6-1-e'].includes(ground.article) ? '17-3-b' : null
    case 'undeclared':
      return null
  }
}
