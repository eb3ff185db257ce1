import type { Language } from '@samtale/protocol'
import { useLanguage } from '../../../texts/use-texts.ts'
import type { JudgedLine } from '../judge/judgement.ts'
import { VerdictMark } from '../parts/VerdictMark.tsx'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import { FindingNotes } from './FindingNotes.tsx'

/** A line in the policy's own words, what becomes of it and why. */
export function LineItem(props: { line: JudgedLine; language: Language | undefined; isNamed: boolean }) {
  const { line, language = 'en' } = props
  const texts = usePoliciesTexts().reading
  const pageLanguage = useLanguage()
  return (
    <li id={line.id} className="line" data-verdict={line.verdict} data-named={props.isNamed || undefined} tabIndex={-1}>
      <a className="line-row" href={`#${line.id}`} aria-label={texts.row(line.id)}>
        {line.row}
      </a>
      <div className="line-body">
        <p className="line-says" lang={language}>
          {line.says[language]}
        </p>
        <FindingNotes findings={line.findings} />
        {line.waitsFor === null ? null : (
          <p className="line-more">
            {texts.waitsFor} {line.waitsFor[pageLanguage]}
          </p>
        )}
        <Proofs tests={line.tests} />
        <Places anchors={line.verdict === 'refused' ? [] : line.anchors} />
      </div>
      <VerdictMark kind={line.verdict} />
    </li>
  )
}

function Proofs({ tests }: { tests: readonly string[] }) {
  const texts = usePoliciesTexts().reading
  if (tests.length === 0) return null
  return (
    <details className="line-fold">
      <summary>{texts.proved(tests.length)}</summary>
      <ul className="line-tests" lang="en">
        {tests.map((test) => (
          <li key={test}>{test}</li>
        ))}
      </ul>
    </details>
  )
}

function Places({ anchors }: { anchors: readonly string[] }) {
  const texts = usePoliciesTexts().reading
  if (anchors.length === 0) return null
  return (
    <p className="line-more">
      {anchors.map((anchor, index) => (
        <a key={anchor} href={`#${encodeURIComponent(anchor)}`} className="line-place">
          {index === 0 ? texts.stands : texts.place(index + 1)}
        </a>
      ))}
    </p>
  )
}
