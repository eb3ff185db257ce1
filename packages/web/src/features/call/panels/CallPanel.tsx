import type { ChatLine, LocalMediaView, Meeting, MeetingView } from '@samtale/client'
import { useState } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import type { Desk } from '../hosting/desk.ts'
import { ChatPanel } from './ChatPanel.tsx'
import type { Draft } from './Composer.tsx'
import { ParticipantsPanel } from './ParticipantsPanel.tsx'
import { SidePanel } from './SidePanel.tsx'

export type Panel = 'chat' | 'participants'

export function CallPanel(props: {
  panel: Panel | null
  isWide: boolean
  view: MeetingView
  local: LocalMediaView
  meeting: Meeting
  draft: Draft
  desk: Desk
  onClose: () => void
}) {
  const texts = useTexts()
  const { panel, isWide, view, onClose } = props
  if (panel === null) return null
  return (
    <SidePanel key={panel} title={texts[panel].title} isWide={isWide} onClose={onClose}>
      {panel === 'chat' ? (
        <ChatPanel lines={view.chat} draft={props.draft} onSend={(text) => props.meeting.sendChat(text)} />
      ) : (
        <ParticipantsPanel view={view} local={props.local} desk={props.desk} />
      )}
    </SidePanel>
  )
}

/** Which panel is open, how many messages came since the chat was last seen, and what is being written. */
export function usePanel(chat: readonly ChatLine[]) {
  const [panel, setPanel] = useState<Panel | null>(null)
  const [text, set] = useState('')
  const [seen, setSeen] = useState(chat.length)
  if (panel === 'chat' && seen !== chat.length) setSeen(chat.length)
  const unread = panel === 'chat' ? 0 : chat.slice(seen).filter((line) => !line.fromSelf).length
  const toggle = (other: Panel | null) => setPanel((open) => (open === other ? null : other))
  return { panel, unread, toggle, draft: { text, set } }
}
