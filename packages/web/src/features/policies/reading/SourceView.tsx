import { CircleX, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { Finding } from '../judge/judgement.ts'
import { lineId } from '../parts/line-id.ts'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import './source-view.css'

/** The policy's file with line numbers; lines that have a finding are marked with its code. */
export function SourceView(props: { text: string; findings: readonly Finding[]; named: string | null }) {
  const texts = usePoliciesTexts().reading
  const byLine = Map.groupBy(props.findings, ({ line }) => line)
  return (
    <div className="beside-scroll" role="region" tabIndex={0} aria-label={texts.regions.file}>
      <p className="beside-hint">{texts.fileHint}</p>
      <ol className="source">
        {props.text.split('\n').map((text, index) => (
          <SourceLine
            key={index}
            number={index + 1}
            text={text}
            findings={byLine.get(index + 1)}
            isNamed={props.named === lineId(index + 1)}
          />
        ))}
      </ol>
    </div>
  )
}

const SourceLine = memo(function SourceLine(props: {
  number: number
  text: string
  findings: readonly Finding[] | undefined
  isNamed: boolean
}) {
  const { number, text, findings = [], isNamed } = props
  const isRefused = findings.some(({ isError }) => isError)
  const mark = findings.length === 0 ? undefined : isRefused ? 'refused' : 'warned'
  return (
    <li id={lineId(number)} className="source-line" data-mark={mark} data-named={isNamed || undefined}>
      <span className="source-number">{number}</span>
      <code className="source-text">{text}</code>
      {mark === undefined ? null : (
        <span className="source-codes">
          {isRefused ? <CircleX size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}
          {[...new Set(findings.map(({ code }) => code))].join(', ')}
        </span>
      )}
    </li>
  )
})
