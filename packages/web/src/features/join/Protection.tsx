import type { MeetingView } from '@samtale/client'
import { DoorOpen, KeyRound } from 'lucide-react'
import { useTexts } from '../../texts/use-texts.ts'
import { Note } from '../../ui/Note.tsx'
import { CopyLink } from '../link/CopyLink.tsx'

/** Who can come in, and what of it the server can read: one truthful sentence, before Join. */
export function Protection(props: { secret: MeetingView['room']['secret']; link: string }) {
  const texts = useTexts().join
  return (
    <Note
      icon={props.secret === 'none' ? <DoorOpen size={18} aria-hidden /> : <KeyRound size={18} aria-hidden />}
      action={<CopyLink link={props.link} />}
    >
      {texts.protection[props.secret]}
    </Note>
  )
}
