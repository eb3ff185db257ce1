import type { ChatLine } from '@samtale/client'
import { limits } from '@samtale/protocol'
import { SendHorizontal } from 'lucide-react'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { ChatLines } from './ChatLines.tsx'
import './chat-panel.css'

/** What was written, and a box to write in. */
export function ChatPanel(props: { lines: readonly ChatLine[]; onSend: (text: string) => Promise<boolean> }) {
  const texts = useTexts().chat
  return (
    <div className="chat">
      <ChatLog lines={props.lines} />
      <Composer label={texts.message} sendLabel={texts.send} problem={texts.notSent} onSend={props.onSend} />
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

function Composer(props: {
  label: string
  sendLabel: string
  problem: string
  onSend: (text: string) => Promise<boolean>
}) {
  const [text, setText] = useState('')
  const [hasFailed, setFailed] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const send = async () => {
    const message = text.trim()
    if (message === '') return
    setText('')
    box.current?.focus()
    const wasSent = await props.onSend(message)
    setFailed(!wasSent)
    if (!wasSent) setText(text)
  }
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }
  return (
    <div className="composer">
      {hasFailed ? (
        <p className="composer-problem" role="alert">
          {props.problem}
        </p>
      ) : null}
      <div className="composer-box">
        <TextField
          className="composer-field"
          aria-label={props.label}
          value={text}
          onChange={setText}
          maxLength={limits.chatCharacters}
          autoFocus
        >
          <TextArea ref={box} className="composer-input" rows={1} placeholder={props.label} onKeyDown={sendOnEnter} />
        </TextField>
        <IconButton
          label={props.sendLabel}
          icon={<SendHorizontal size={20} />}
          onPress={() => void send()}
          className="composer-send"
        />
      </div>
    </div>
  )
}
