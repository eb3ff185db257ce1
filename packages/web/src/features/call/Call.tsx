import type { MeetingView, TestGuests } from '@samtale/client'
import { useState } from 'react'
import { useMediaQuery } from '../../app/use-media-query.ts'
import { useView } from '../../app/use-view.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { RoomSession } from '../room/room-session.ts'
import { SettingsSheet, type CallPreferences } from '../settings/SettingsSheet.tsx'
import { ControlBar } from './bar/ControlBar.tsx'
import { controlsOf } from './bar/controls.ts'
import { MoreBubble } from './bar/MoreBubble.tsx'
import './call.css'
import { CallTrouble, useTrouble } from './notices/CallTrouble.tsx'
import { Notices } from './notices/Notices.tsx'
import { TestGuestsNotice } from './notices/TestGuestsNotice.tsx'
import { useComings } from './notices/use-comings.ts'
import { CallPanel, usePanel } from './panels/CallPanel.tsx'
import { KnowledgeSheet } from './path/KnowledgeSheet.tsx'
import { PathMark } from './path/PathMark.tsx'
import { RoomButton } from './path/RoomButton.tsx'
import { Stage } from './stage/Stage.tsx'
import { useBlockedSound } from './stage/use-blocked-sound.ts'
import { useCallKeys } from './use-call-keys.ts'
import { useCallTitle } from './use-call-title.ts'

const wideWindow = '(min-width: 56rem)'

/** The call: a dark stage with everybody on it, one bar below, and panels beside or above. */
export function Call(props: { session: RoomSession; view: MeetingView }) {
  const { session, view } = props
  const texts = useTexts()
  const local = useView(session.localMedia)
  const isWide = useMediaQuery(wideWindow)
  const [preferences, setPreferences] = useState<CallPreferences>({ sounds: true, shortcuts: true })
  const [sheet, setSheet] = useState<'settings' | 'knowledge' | null>(null)
  const [guests, setGuests] = useState<TestGuests | null>(null)
  const { panel, hasUnread, unread, toggle } = usePanel(view.chat)
  const { sound, isBlocked, unblock } = useBlockedSound(local.speakers.chosenId)
  const passing = useComings(view.others, preferences.sounds)
  const trouble = useTrouble(local)
  const controls = controlsOf(session, view, local, trouble.shareFailed)
  const openings = { panel, hasUnread, toggle, openSettings: () => setSheet('settings') }
  useCallTitle(view.room.name, unread)
  useCallKeys(
    { m: controls.toggleMicrophone, v: controls.toggleCamera, c: () => toggle('chat'), h: controls.toggleHand },
    preferences.shortcuts,
  )

  const removeGuests = () => {
    guests?.remove()
    setGuests(null)
  }
  const start = (
    <>
      <RoomButton room={view.room} link={session.link} />
      <PathMark path={view.path} secret={view.room.secret} onKnowledge={() => setSheet('knowledge')} />
    </>
  )
  return (
    <main className="call stage-colours">
      <h1 className="visually-hidden">{texts.titles.calling(view.room.name)}</h1>
      {isWide ? null : <header className="call-top">{start}</header>}
      <div className="call-middle">
        <div className="call-stage">
          <Stage
            session={session}
            view={view}
            local={local}
            sound={sound}
            onTryAlone={() => setGuests(session.addTestGuests(texts.alone.guest))}
          />
          <Notices
            view={view}
            local={local}
            passing={passing}
            isSoundBlocked={isBlocked}
            onUnblock={unblock}
            guests={guests === null ? null : <TestGuestsNotice guests={guests} onRemove={removeGuests} />}
            trouble={<CallTrouble trouble={trouble} />}
          />
        </div>
        <CallPanel
          panel={panel}
          isWide={isWide}
          view={view}
          local={local}
          meeting={session.meeting}
          onClose={() => toggle(panel)}
        />
      </div>
      <ControlBar
        controls={controls}
        openings={openings}
        isWide={isWide}
        start={start}
        more={<MoreBubble controls={controls} openings={openings} link={session.link} />}
      />
      {sheet === 'settings' ? (
        <SettingsSheet
          local={local}
          localMedia={session.localMedia}
          preferences={preferences}
          onPreferences={setPreferences}
          onClose={() => setSheet(null)}
        />
      ) : null}
      {sheet === 'knowledge' ? <KnowledgeSheet meeting={session.meeting} onClose={() => setSheet(null)} /> : null}
    </main>
  )
}
