import type { Meeting } from '@samtale/client'
import type { KnownFact, Language } from '@samtale/protocol'
import { useEffect, useState } from 'react'
import { useLanguage, useTexts } from '../../../texts/use-texts.ts'
import { Sheet } from '../../../ui/Sheet.tsx'
import './knowledge-sheet.css'

const askEveryMs = 2_000

/** What the server knows about this call: complete, live, from the server's declarations. */
export function KnowledgeSheet(props: { meeting: Meeting; onClose: () => void }) {
  const texts = useTexts().knowledge
  const { facts, hasFailed } = useKnowledge(props.meeting, useLanguage())
  return (
    <Sheet title={texts.title} size="tall" isReading onClose={props.onClose}>
      <div className="knowledge">
        <p className="knowledge-intro">{texts.intro}</p>
        {facts === null && !hasFailed ? <p role="status">{texts.loading}</p> : null}
        {hasFailed ? <p role="status">{texts.failed}</p> : null}
        <ul className="knowledge-list">
          {facts?.map((fact) => (
            <li key={fact.field} className="knowledge-fact">
              <h3 className="knowledge-title">{fact.title}</h3>
              <p className="knowledge-value">{fact.value}</p>
              <dl className="knowledge-why">
                <dt>{texts.purpose}</dt>
                <dd>{fact.purpose}</dd>
                <dt>{texts.until}</dt>
                <dd>{fact.until}</dd>
              </dl>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  )
}

function useKnowledge(meeting: Meeting, language: Language) {
  const [state, setState] = useState<{ facts: KnownFact[] | null; hasFailed: boolean }>({
    facts: null,
    hasFailed: false,
  })
  useEffect(() => {
    let isOpen = true
    const ask = () => {
      meeting.knowledge(language).then(
        (facts) => (isOpen ? setState({ facts, hasFailed: false }) : undefined),
        () => (isOpen ? setState(({ facts }) => ({ facts, hasFailed: true })) : undefined),
      )
    }
    ask()
    const timer = setInterval(ask, askEveryMs)
    return () => {
      isOpen = false
      clearInterval(timer)
    }
  }, [meeting, language])
  return state
}
