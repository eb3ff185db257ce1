import type { Policy } from '../policy.ts'
import type { Processing } from '../processing.ts'
import { isPreciseLocation } from './categories.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

type Risk = NonNullable<Processing['risks']>[number]

/**
 * Processings with two marks of a high risk (WP 248 rev. 01, III.B) and no impact assessment (art. 35). Marks that follow
 * from what is declared count whether or not they are named.
 */
export function checkAssessments(policy: Policy): Finding[] {
  return Object.entries(policy.processings).flatMap(([key, processing]) => {
    if ((processing.assessment ?? '').trim() !== '') return []
    const risks = new Set([...(processing.risks ?? []), ...impliedRisks(policy, processing)])
    if (risks.size < 2) return []
    const message = `${key} has the marks ${[...risks].join(' and ')}, and no assessment.`
    return [found('assessment.missing', ['processings', key, 'assessment'], message)]
  })
}

function impliedRisks(policy: Policy, { purpose, categories }: Processing): Risk[] {
  const use = policy.purposes[purpose]
  const isProfiling = /^(?:personalize\.profiling|marketing\.advertising\.profiling)\b/.test(use?.fides ?? '')
  const data = categories.flatMap((key) => {
    const category = policy.categories[key]
    return category === undefined ? [] : [{ key, ...category }]
  })
  return [
    ...(isProfiling || use?.automatedDecision !== undefined ? (['profiling'] as const) : []),
    ...data.flatMap(({ key, fides, dpv, special, subjects }): Risk[] => [
      ...(special === undefined ? [] : (['sensitive'] as const)),
      ...(subjects.includes('child') ? (['children'] as const) : []),
      ...(isPreciseLocation(key, { fides, dpv }) ? (['location'] as const) : []),
    ]),
  ]
}
