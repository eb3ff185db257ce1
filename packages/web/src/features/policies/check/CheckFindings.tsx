import { CircleX, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import type { Finding, Judgement } from '../judge/judgement.ts'
import { ExplanationFold } from '../parts/ExplanationFold.tsx'
import { LineLink } from '../parts/LineLink.tsx'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'

const step = 100

/** Every finding in the order of the file, some at a time. */
export function CheckFindings({ judgement }: { judgement: Judgement }) {
  const texts = usePoliciesTexts().check
  const [most, setMost] = useState(step)
  const { findings, findingCounts } = judgement
  const { errors, consequences, warnings } = findingCounts
  const unshown = errors + consequences + warnings - findings.length
  const left = findings.length - most
  return (
    <>
      <ol className="check-findings">
        {findings.slice(0, most).map((finding, index) => (
          <CheckFinding key={index} finding={finding} />
        ))}
      </ol>
      {left > 0 ? <Button onPress={() => setMost(most + step)}>{texts.more(Math.min(step, left))}</Button> : null}
      {unshown > 0 && left <= 0 ? <p className="check-unshown">{texts.unshown(unshown)}</p> : null}
    </>
  )
}

function CheckFinding({ finding }: { finding: Finding }) {
  const texts = usePoliciesTexts()
  const Icon = finding.isError ? CircleX : TriangleAlert
  return (
    <li className="finding" data-error={finding.isError || undefined}>
      <p className="finding-wrong">
        <span className="finding-kind">
          <Icon size={16} aria-hidden />
          {finding.isError ? texts.finding.error : texts.finding.warning}:{' '}
        </span>
        {texts.findings[finding.code].wrong}
      </p>
      {finding.because.length === 0 ? null : (
        <p className="finding-where">
          {texts.finding.follows}
          {finding.because.map((part) => (
            <code key={part}>{part}</code>
          ))}
        </p>
      )}
      <p className="finding-where">
        <LineLink line={finding.line} />
        <code>{finding.code}</code>
        {finding.at === '' ? null : <code>{finding.at}</code>}
      </p>
      <ExplanationFold finding={finding} />
    </li>
  )
}
