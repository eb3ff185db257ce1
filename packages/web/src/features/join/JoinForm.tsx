import { cleanDisplayName, limits } from '@samtale/protocol'
import { useMediaQuery } from '../../browser/use-media-query.ts'
import { useRef, useState, type FormEvent } from 'react'
import { useDoorTexts } from '../door/texts/use-door-texts.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'

/** A name and a button; at a locked door also a few words to the hosts. A missing name is asked for when somebody wants to join, not before. */
export function JoinForm(props: {
  name: string
  onName: (name: string) => void
  isJoining: boolean
  mode: 'join' | 'knock'
  /** @param message to the hosts, where one knocks; may be empty */
  onJoin: (name: string, message: string) => void
}) {
  const texts = useTexts().join
  const { door } = useDoorTexts()
  const [message, setMessage] = useState('')
  const isKnock = props.mode === 'knock'
  const [wasSubmitted, setSubmitted] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const name = cleanDisplayName(props.name)
  // On a telephone the keyboard would cover half of the page.
  const hasKeyboard = useMediaQuery('(hover: hover) and (pointer: fine)')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSubmitted(true)
    if (name === '') input.current?.focus()
    else if (!props.isJoining) props.onJoin(name, message)
  }
  return (
    <form className="join-fields" onSubmit={submit} noValidate>
      <TextField
        label={texts.yourName}
        value={props.name}
        onChange={props.onName}
        hint={texts.nameHint}
        problem={wasSubmitted && name === '' ? texts.nameMissing : null}
        inputRef={input}
        autoComplete="nickname"
        autoFocus={hasKeyboard}
      />
      {isKnock ? (
        <TextField
          label={door.message}
          value={message}
          onChange={setMessage}
          hint={door.messageHint}
          maxLength={limits.knockCharacters}
        />
      ) : null}
      <Button kind="primary" type="submit" className="join-button" isBusy={props.isJoining}>
        {isKnock ? (props.isJoining ? door.knocking : door.knock) : props.isJoining ? texts.joining : texts.join}
      </Button>
    </form>
  )
}
