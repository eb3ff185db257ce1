import type { Judgement } from '../judge/judgement.ts'
import type { PoliciesTexts } from '../texts/en.ts'

/** “3 mistakes, 2 parts that go with them, 1 warning.” */
export function foundInWords(counts: Judgement['findingCounts'], { check }: PoliciesTexts): string {
  const counted = (['errors', 'consequences', 'warnings'] as const).flatMap((kind) =>
    counts[kind] === 0 ? [] : check[kind](counts[kind]),
  )
  return counted.length === 0 ? check.clean : `${counted.join(', ')}.`
}
