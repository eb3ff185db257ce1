import { DoorOpen, LogIn, Shuffle } from 'lucide-react'
import { canonicalRoomName } from '@samtale/protocol'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { goTo } from '../../browser/navigation.ts'
import { usePageTitle } from '../../browser/page-title.ts'
import { loadRoom } from '../room/load-room.ts'
import { roomLink } from '../../routes.ts'
import { useLanguage, useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { QuietPage } from '../pages/QuietPage.tsx'
import './start-page.css'
import { suggestRoomName } from './suggestion.ts'
import { nameProblem } from './name-problem.ts'

/** A room name and a button. */
export function StartPage() {
  const texts = useTexts().start
  const form = useStartForm()
  const language = useLanguage()
  // The server says so in the page that it sends: there is nothing to ask and nothing to keep.
  const hasRooms = document.documentElement.dataset['rooms'] !== undefined
  const canSignIn = document.documentElement.dataset['signIn'] !== undefined
  usePageTitle('Samtale')
  return (
    <QuietPage>
      <div className="start">
        <h1 className="start-heading">{texts.heading}</h1>
        <p className="start-intro">{texts.intro}</p>
        <form className="start-form" onSubmit={form.submit} noValidate>
          <TextField
            label={texts.roomName}
            value={form.name}
            onChange={form.setName}
            problem={form.problem === null ? null : texts.nameProblems[form.problem]}
            inputRef={form.input}
            action={<IconButton label={texts.suggestAnother} icon={<Shuffle size={20} />} onPress={form.suggest} />}
          />
          <Button kind="primary" type="submit" className="start-open" isBusy={form.isOpening}>
            {texts.openRoom}
          </Button>
        </form>
        <Switch
          label={texts.secretLink}
          hint={form.isSecret ? texts.secretOn : texts.secretOff}
          isOn={form.isSecret}
          onChange={form.setSecret}
        />
        {hasRooms ? (
          <a className="start-rooms" href="/rooms">
            <DoorOpen size={20} aria-hidden />
            {texts.yourRooms}
          </a>
        ) : null}
        {canSignIn ? (
          <a className="start-rooms" href={`/sign-in?lang=${language}`}>
            <LogIn size={20} aria-hidden />
            {texts.signIn}
          </a>
        ) : null}
      </div>
    </QuietPage>
  )
}

/** A suggested name goes with a secret; a name of one's own is one to say aloud, so it goes without unless asked for. */
function useStartForm() {
  const [name, setName] = useState(suggestRoomName)
  const [isSecret, setSecret] = useState(true)
  const [isTyped, setTyped] = useState(false)
  const [wasSubmitted, setSubmitted] = useState(false)
  const [isOpening, setOpening] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const problem = nameProblem(name, wasSubmitted)
  // Fetched while nobody waits for it; if that fails, it is tried again when it is wanted.
  useEffect(() => void loadRoom().catch(() => undefined), [])

  return {
    name,
    isSecret,
    setSecret,
    isOpening,
    input,
    problem,
    setName(typed: string) {
      setName(typed)
      if (!isTyped) setSecret(false)
      setTyped(true)
    },
    suggest() {
      setName(suggestRoomName())
      setSecret(true)
      setTyped(false)
    },
    submit(event: FormEvent) {
      event.preventDefault()
      setSubmitted(true)
      const room = canonicalRoomName(name)
      if (!room.ok) return input.current?.focus()
      if (isOpening) return
      setOpening(true)
      loadRoom().then(
        ({ newSecret }) => goTo(roomLink('', room.name, isSecret ? newSecret() : null)),
        // The server is gone, or has newer parts than this page: a fresh page says which.
        () => location.reload(),
      )
    },
  }
}
