import type { Judgement } from '../judge/judgement.ts'
import type { PoliciesTexts } from '../texts/en.ts'

/** “3 mistakes, 1 warning.” */
export function foundInWords({ errors, warnings }: Judgement['findingCounts'], { check }: PoliciesTexts): string {
  const counted = [errors > 0 ? check.errors(errors) : null, warnings > 0 ? check.warnings(warnings) : null]
  const found = counted.filter((part) => part !== null)
  return found.length === 0 ? check.clean : `${found.join(', ')}.`
}
