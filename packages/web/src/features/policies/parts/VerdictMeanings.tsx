import { verdicts } from '../judge/judgement.ts'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import { VerdictMark } from './VerdictMark.tsx'
import './verdict-meanings.css'

/** What each verdict means. */
export function VerdictMeanings() {
  const texts = usePoliciesTexts()
  return (
    <dl className="meanings">
      {verdicts.toReversed().map((kind) => (
        <div key={kind} className="meanings-one">
          <dt>
            <VerdictMark kind={kind} />
          </dt>
          <dd>{texts.meanings[kind]}</dd>
        </div>
      ))}
    </dl>
  )
}
