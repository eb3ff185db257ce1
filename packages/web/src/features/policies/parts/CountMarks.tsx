import { verdicts, type Counts } from '../judge/judgement.ts'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import { VerdictMark } from './VerdictMark.tsx'
import './count-marks.css'

/** How many lines have each verdict; verdicts that none has are left out. */
export function CountMarks({ counts }: { counts: Counts }) {
  const texts = usePoliciesTexts()
  return (
    <ul className="counts">
      {verdicts.toReversed().map((kind) =>
        counts[kind] === 0 ? null : (
          <li key={kind}>
            <VerdictMark kind={kind}>{texts.counted[kind](counts[kind])}</VerdictMark>
          </li>
        ),
      )}
    </ul>
  )
}
