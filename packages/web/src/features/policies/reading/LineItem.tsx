import type { Language } from '@samtale/protocol'
import { useLanguage } from '../../../texts/use-texts.ts'
import type { JudgedLine } from '../judge/judgement.ts'
import { LineLink } from '../parts/LineLink.tsx'
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
      <a
        className="line-row"
        href={`#${encodeURIComponent(line.id)}`}
        aria-label={texts.row(line.row ?? `§ ${line.says[language]}`)}
      >
        {line.row ?? '§'}
      </a>
      <div className="line-body">
        <p className="line-says" lang={language}>
          {line.says[language]}
        </p>
        <FindingNotes findings={line.findings} />
        {line.verdict !== 'waiting' || line.waitsFor === null ? null : (
          <p className="line-waits">
            {texts.waitsFor} {line.waitsFor[pageLanguage]}
          </p>
        )}
        <div className="line-more">
          {line.verdict === 'enforced' ? <Proofs tests={line.tests} /> : null}
          <Places line={line} />
        </div>
      </div>
      <VerdictMark kind={line.verdict} />
    </li>
  )
}

function Proofs({ tests }: { tests: readonly string[] }) {
  const texts = usePoliciesTexts().reading
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

/** Where it stands: on the rendered page, unless it was refused, and in the file. */
function Places({ line }: { line: JudgedLine }) {
  const texts = usePoliciesTexts().reading
  const anchors = line.verdict === 'refused' ? [] : line.anchors
  return (
    <p className="line-places">
      {anchors.length === 0 ? null : texts.stands}
      {anchors.map((anchor) => (
        <a key={anchor} href={`#${encodeURIComponent(anchor)}`} className="line-place">
          {anchor}
        </a>
      ))}
      {texts.inFile}
      <LineLink line={line.fileLine} />
    </p>
  )
}
