import type { ChatLine } from '@samtale/client'
import { useEffect, useRef } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import { ChatLines } from './ChatLines.tsx'
import './chat-panel.css'
import { Composer, type Draft } from './Composer.tsx'

/** What was written, and a box to write in. */
export function ChatPanel(props: {
  lines: readonly ChatLine[]
  draft: Draft
  onSend: (text: string) => Promise<boolean>
}) {
  return (
    <div className="chat">
      <ChatLog lines={props.lines} />
      <Composer draft={props.draft} onSend={props.onSend} />
    </div>
  )
}

function ChatLog({ lines }: { lines: readonly ChatLine[] }) {
  const texts = useTexts().chat
  const log = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const newest = lines.at(-1)?.key
  useEffect(() => {
    // Who reads further up is not pulled away from it.
    if (log.current !== null && isAtEnd.current) log.current.scrollTop = log.current.scrollHeight
  }, [newest])
  return (
    <div
      ref={log}
      className="chat-log"
      role="log"
      aria-label={texts.log}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < 48
      }}
    >
      {lines.length === 0 ? <p className="chat-empty">{texts.empty}</p> : <ChatLines lines={lines} />}
    </div>
  )
}
