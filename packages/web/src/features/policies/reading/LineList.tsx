import type { Language } from '@samtale/protocol'
import type { JudgedLine } from '../judge/judgement.ts'
import { usePoliciesTexts } from '../texts/use-policies-texts.ts'
import { LineItem } from './LineItem.tsx'
import { byTopic } from './lines.ts'
import './lines.css'

/** Lines under headings, in the order in which a policy is read. @param named the line that the address names */
export function LineList(props: {
  lines: readonly JudgedLine[]
  language: Language | undefined
  named: string | null
}) {
  const texts = usePoliciesTexts().reading.topics
  return byTopic(props.lines).map(({ topic, lines }) => (
    <section key={topic ?? 'other'} className="lines-topic">
      <h2 className="lines-heading">{texts[topic ?? 'other']}</h2>
      <ol className="lines">
        {lines.map((line) => (
          <LineItem key={line.id} line={line} language={props.language} isNamed={line.id === props.named} />
        ))}
      </ol>
    </section>
  ))
}
