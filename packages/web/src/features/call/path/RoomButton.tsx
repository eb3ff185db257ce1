import type { MeetingView } from '@samtale/client'
import { Link2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useTexts } from '../../../texts/use-texts.ts'
import { Bubble } from '../../../ui/Bubble.tsx'
import { CopyLink } from '../../link/CopyLink.tsx'
import { LinkField } from '../../link/LinkField.tsx'

/** The room's name; behind it the link to give to others. */
export function RoomButton(props: { room: MeetingView['room']; link: string }) {
  const texts = useTexts()
  return (
    <Bubble
      label={texts.alone.link}
      placement="top start"
      button={
        <AriaButton className="room-button">
          <Link2 size={16} aria-hidden />
          <span className="room-button-name">{props.room.name}</span>
        </AriaButton>
      }
    >
      {() => (
        <div className="invite-link">
          <h2 className="path-heading">{texts.alone.link}</h2>
          <LinkField label={texts.alone.link} link={props.link} />
          <p className="path-trust">{texts.join.protection[props.room.secret]}</p>
          <CopyLink link={props.link} kind="primary" />
        </div>
      )}
    </Bubble>
  )
}
