import type { MeetingView } from '@samtale/client'
import { Lock } from 'lucide-react'
import { useDoorTexts } from '../door/texts/use-door-texts.ts'
import type { Sheets } from './CallSheets.tsx'
import { PathMark } from './path/PathMark.tsx'
import { RoomButton } from './path/RoomButton.tsx'
import { VerifyButton } from './verify/VerifyButton.tsx'

/** Where one is, whether the door is locked, how the call travels, and how it is encrypted. */
export function CallStart(props: { view: MeetingView; link: string; open: Sheets['open'] }) {
  const texts = useDoorTexts().hosting
  const { view } = props
  return (
    <header className="call-start">
      <RoomButton room={view.room} link={props.link} />
      {view.door.locked ? (
        <span className="locked-mark">
          <Lock size={16} aria-hidden />
          {texts.isLocked}
        </span>
      ) : null}
      <PathMark path={view.path} onKnowledge={() => props.open('knowledge')} />
      <VerifyButton encryption={view.encryption} onPress={() => props.open('verify')} />
    </header>
  )
}
