import type { Finding } from '../judge/judgement.ts'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import { FindingNotes } from './FindingNotes.tsx'

/** What was found in parts that no line of the policy speaks of: nothing is left untold. */
export function OtherFindings({ findings }: { findings: readonly Finding[] }) {
  const texts = usePoliciesTexts().reading
  if (findings.length === 0) return null
  return (
    <section className="lines-topic">
      <h2 className="lines-heading">{texts.others}</h2>
      <p className="paper-intro">{texts.othersHint}</p>
      <div className="lines-others">
        <FindingNotes findings={findings} />
      </div>
    </section>
  )
}
