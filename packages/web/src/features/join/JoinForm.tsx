import { cleanDisplayName } from '@samtale/protocol'
import { useMediaQuery } from '../../browser/use-media-query.ts'
import { useRef, useState, type FormEvent } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'

/** A name and a button. A missing name is asked for when somebody wants to join, not before. */
export function JoinForm(props: {
  name: string
  onName: (name: string) => void
  isJoining: boolean
  onJoin: (name: string) => void
}) {
  const texts = useTexts().join
  const [wasSubmitted, setSubmitted] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const name = cleanDisplayName(props.name)
  // On a telephone the keyboard would cover half of the page.
  const hasKeyboard = useMediaQuery('(hover: hover) and (pointer: fine)')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSubmitted(true)
    if (name === '') input.current?.focus()
    else if (!props.isJoining) props.onJoin(name)
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
      <Button kind="primary" type="submit" className="join-button" isBusy={props.isJoining}>
        {props.isJoining ? texts.joining : texts.join}
      </Button>
    </form>
  )
}
