import type { Finding } from '../judge/judgement.ts'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import './explanation-fold.css'

/** Why a finding matters and how to mend it, one tap away. */
export function ExplanationFold({ finding }: { finding: Finding }) {
  const texts = usePoliciesTexts()
  const { why, mend } = texts.findings[finding.code]
  return (
    <details className="explanation">
      <summary>{texts.finding.more}</summary>
      <dl>
        <dt>{texts.finding.why}</dt>
        <dd>{why}</dd>
        <dt>{texts.finding.mend}</dt>
        <dd>{mend}</dd>
        <dt>{texts.finding.compiler}</dt>
        <dd lang="en">{finding.message}</dd>
      </dl>
    </details>
  )
}
