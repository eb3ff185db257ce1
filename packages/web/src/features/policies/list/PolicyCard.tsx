import type { PolicySummary } from '@samtale/protocol'
import { policyPath } from '../../../routes.ts'
import { languageNames } from '../../../texts/language.ts'
import { useLanguage } from '../../../texts/use-texts.ts'
import { Link } from '../../../ui/Link.tsx'
import type { Reading } from '../library/library-state.ts'
import { foundInWords } from '../parts/found-in-words.ts'
import { CountMarks } from '../parts/CountMarks.tsx'
import { shownLanguage } from '../parts/shown-language.ts'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'

/** One policy: its name, languages and counts. */
export function PolicyCard(props: { policy: PolicySummary; reading: Reading | undefined }) {
  const { policy, reading } = props
  const language = useLanguage()
  const own = shownLanguage(policy.languages, language)
  return (
    <li className="policies-card">
      <h3 className="policies-name" lang={own}>
        <Link to={policyPath(policy.key)}>{policy.title[own ?? language]}</Link>
      </h3>
      <p className="policies-languages">
        {policy.languages.map((spoken) => (
          <span key={spoken} lang={spoken}>
            {languageNames[spoken]}
          </span>
        ))}
      </p>
      <Outcome reading={reading} />
    </li>
  )
}

function Outcome({ reading }: { reading: Reading | undefined }) {
  const texts = usePoliciesTexts()
  if (reading?.state === 'judged') {
    const { lines, counts, findingCounts } = reading.judgement
    if (lines.length > 0) return <CountMarks counts={counts} />
    return <p className="policies-languages">{foundInWords(findingCounts, texts)}</p>
  }
  return <p className="policies-languages">{reading?.state === 'failed' ? texts.reading.failed : texts.list.judging}</p>
}
