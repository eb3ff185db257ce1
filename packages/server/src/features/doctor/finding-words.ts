import type { Text } from '@samtale/policy'
import { findingCodes } from './finding-codes.ts'
import type { Finding } from './finding.ts'
import { norwegianFindings } from './finding-words-nb.ts'
import { swedishFindings } from './finding-words-sv.ts'

/** What a finding means, in each language, and its next step; null where that is one of this machine's own. */
export interface FindingInWords {
  readonly means: Text
  readonly nextStep: Text | null
}

export function findingInWords({ code, nextStep }: Pick<Finding, 'code' | 'nextStep'>): FindingInWords {
  const { means, nextStep: usual } = findingCodes[code]
  const [nb, sv] = [norwegianFindings[code], swedishFindings[code]]
  return {
    means: { en: means, nb: nb[0], sv: sv[0] },
    nextStep: nextStep === usual ? { en: usual, nb: nb[1], sv: sv[1] } : null,
  }
}
