import type { KnockerView, MeetingView } from '@samtale/client'
import { limits } from '@samtale/protocol'
import { Link2, Lock } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { newSecret } from '@samtale/client'
import { roomLink } from '../../../routes.ts'
import { useDoorTexts } from '../../door/texts/use-door-texts.ts'
import { useTexts } from '../../../texts/use-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Sheet } from '../../../ui/Sheet.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { CopyLink } from '../../link/CopyLink.tsx'
import { LinkField } from '../../link/LinkField.tsx'
import { ReportSheet } from '../../report/ReportSheet.tsx'
import { useKnockerName, type Desk } from './desk.ts'
import './hosting.css'

interface SheetProps {
  desk: Desk
  view: MeetingView
  /** Somebody owns the room: its link is made anew on its own page. */
  isOwned: boolean
}

/** The dialog that is open, if any. */
export function DeskSheets(props: SheetProps) {
  const texts = useTexts()
  const { desk, view } = props
  switch (desk.sheet?.name) {
    case 'held':
      return <HeldSheet desk={desk} knocker={desk.sheet.knocker} />
    case 'gone':
      return <GoneSheet {...props} how={desk.sheet.how} person={desk.sheet.person} />
    case 'end':
      return <EndSheet desk={desk} />
    case 'report': {
      const said = view.chat.map(
        ({ from, fromSelf, text }) => `${fromSelf ? view.self.name : from || texts.call.nameless}: ${text}`,
      )
      const { about } = desk.sheet
      return <ReportSheet room={view.room.name} where="call" about={about} chat={said} onClose={desk.close} />
    }
    case undefined:
      return null
  }
}

/** Somebody was put on hold: a few words to them, if one likes. */
function HeldSheet({ desk, knocker }: { desk: Desk; knocker: KnockerView }) {
  const texts = useDoorTexts().hosting
  const nameOf = useKnockerName()
  const [message, setMessage] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (message.trim() !== '') void desk.run(desk.hosting.hold(knocker.id, message))
    desk.close()
  }
  return (
    <Sheet title={texts.holdHeading(nameOf(knocker))} onClose={desk.close}>
      <form className="desk-sheet" onSubmit={submit} noValidate>
        <p>{texts.holdText}</p>
        <TextField
          label={texts.holdMessage}
          hint={texts.holdMessageHint}
          value={message}
          onChange={setMessage}
          maxLength={limits.knockCharacters}
          autoFocus
        />
        <Button kind="primary" type="submit">
          {texts.sendMessage}
        </Button>
      </form>
    </Sheet>
  )
}

/** Somebody was removed or blocked: what that means, and what else one can do, truthfully. */
function GoneSheet(props: SheetProps & { how: 'removed' | 'blocked'; person: string }) {
  const texts = useDoorTexts().hosting
  const { desk, view, how, person } = props
  const [link, setLink] = useState<string | null>(null)
  const makeLink = () => {
    // An owner's room keeps its link in its record; in a room that nobody owns another secret is another meeting.
    if (props.isOwned) open(`/rooms/${encodeURIComponent(view.room.name)}`, '_blank', 'noopener')
    else setLink(roomLink(location.origin, view.room.name, newSecret()))
  }
  return (
    <Sheet title={how === 'removed' ? texts.removedHeading(person) : texts.blockedHeading(person)} onClose={desk.close}>
      <div className="desk-sheet">
        <p>{how === 'removed' ? texts.removedText : texts.blockedText}</p>
        <p>{texts.afterText}</p>
        {link === null ? null : (
          <div className="desk-link">
            <p>{texts.newLinkText}</p>
            <LinkField label={texts.newLink} link={link} />
            <CopyLink link={link} />
          </div>
        )}
        <div className="desk-actions">
          {view.door.locked ? null : (
            <Button
              kind="primary"
              icon={<Lock size={18} aria-hidden />}
              onPress={() => {
                void desk.run(desk.hosting.setLocked(true))
                desk.close()
              }}
            >
              {texts.lock}
            </Button>
          )}
          {link === null ? (
            <Button icon={<Link2 size={18} aria-hidden />} onPress={makeLink}>
              {texts.newLink}
            </Button>
          ) : (
            <Button onPress={() => location.assign(link)}>{texts.goThere}</Button>
          )}
        </div>
      </div>
    </Sheet>
  )
}

function EndSheet({ desk }: { desk: Desk }) {
  const texts = useDoorTexts().hosting
  return (
    <Sheet title={texts.endHeading} onClose={desk.close}>
      <div className="desk-sheet">
        <p>{texts.endText}</p>
        <div className="desk-actions">
          <Button kind="danger" onPress={() => void desk.run(desk.hosting.endForAll())}>
            {texts.end}
          </Button>
          <Button onPress={desk.close}>{texts.cancel}</Button>
        </div>
      </div>
    </Sheet>
  )
}
