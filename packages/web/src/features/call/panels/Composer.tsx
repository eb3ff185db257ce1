import { limits } from '@samtale/protocol'
import { SendHorizontal } from 'lucide-react'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import { IconButton } from '../../../ui/IconButton.tsx'

/** What is written and not sent yet. It outlives the panel: closed, opened or moved, the words are there. */
export interface Draft {
  text: string
  set(text: string | ((text: string) => string)): void
}

/** A box to write in; Enter sends, Shift and Enter begin a line. */
export function Composer({ draft, onSend }: { draft: Draft; onSend: (text: string) => Promise<boolean> }) {
  const texts = useTexts().chat
  const [hasFailed, setFailed] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)

  const send = async () => {
    const message = draft.text.trim()
    if (message === '') return
    draft.set('')
    box.current?.focus()
    const wasSent = await onSend(message)
    setFailed(!wasSent)
    if (!wasSent) draft.set((newer) => (newer === '' ? message : newer))
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
          {texts.notSent}
        </p>
      ) : null}
      <div className="composer-box">
        <TextField
          className="composer-field"
          aria-label={texts.message}
          value={draft.text}
          onChange={draft.set}
          maxLength={limits.chatCharacters}
          autoFocus
        >
          <TextArea ref={box} className="composer-input" rows={1} placeholder={texts.message} onKeyDown={sendOnEnter} />
        </TextField>
        <IconButton
          label={texts.send}
          icon={<SendHorizontal size={20} />}
          onPress={() => void send()}
          className="composer-send"
        />
      </div>
    </div>
  )
}
