import type { MeetingView } from '@samtale/client'
import { useArrival } from '../../browser/use-arrival.ts'
import { useMediaQuery } from '../../browser/use-media-query.ts'
import { useView } from '../../browser/use-view.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { RoomSession } from '../session/room-session.ts'
import { ControlBar } from './bar/ControlBar.tsx'
import { controlsOf } from './bar/controls.ts'
import { MoreBubble } from './bar/MoreBubble.tsx'
import './call.css'
import { CallSheets, useSheets } from './CallSheets.tsx'
import { CallStart } from './CallStart.tsx'
import { useDesk } from './hosting/desk.ts'
import { DeskSheets } from './hosting/DeskSheets.tsx'
import { CallNotices } from './notices/CallNotices.tsx'
import { useTrouble } from './notices/CallTrouble.tsx'
import { useTestGuests } from './notices/TestGuestsNotice.tsx'
import { useComings } from './notices/use-comings.ts'
import { CallPanel, usePanel } from './panels/CallPanel.tsx'
import { Stage } from './stage/Stage.tsx'
import { useBlockedSound } from './stage/use-blocked-sound.ts'
import { useCallKeys } from './use-call-keys.ts'
import { useCallTitle } from './use-call-title.ts'

const wideWindow = '(min-width: 56rem)'

/** The call: a dark stage with everybody on it, one bar below, and panels beside or above. */
export function Call({ session, view, isOwned }: { session: RoomSession; view: MeetingView; isOwned: boolean }) {
  const texts = useTexts()
  const heading = useArrival<HTMLHeadingElement>()
  const local = useView(session.localMedia)
  const isWide = useMediaQuery(wideWindow)
  const sheets = useSheets()
  const guests = useTestGuests(session)
  const { panel, unread, toggle, draft } = usePanel(view.chat)
  const blocked = useBlockedSound(local.speakers.chosenId)
  const trouble = useTrouble(local)
  const passing = useComings(view, sheets.preferences.sounds)
  const desk = useDesk(session.meeting.hosting, view.self)
  const controls = controlsOf(session, view, local, desk, trouble.shareFailed)
  const openings = {
    panel,
    hasUnread: unread > 0,
    waiting: desk.isHost ? view.door.knockers.length : 0,
    toggle,
    openSettings: () => sheets.open('settings'),
  }
  useCallTitle(view.room.name, unread)
  useCallKeys(controls, () => toggle('chat'), sheets.preferences.shortcuts)

  const more = <MoreBubble controls={controls} openings={openings} link={session.link} />
  return (
    <main className="call stage-colours">
      <h1 className="visually-hidden" ref={heading} tabIndex={-1}>
        {texts.titles.calling(view.room.name)}
      </h1>
      <CallStart view={view} link={session.link} open={sheets.open} />
      <div className="call-middle">
        <div className="call-stage">
          <Stage session={session} view={view} local={local} sound={blocked.sound} onTryAlone={guests.invite} />
          <CallNotices
            {...{ session, view, local, desk, panel, trouble, guests, passing, blocked }}
            hasUnread={unread > 0}
            withSounds={sheets.preferences.sounds}
            onCompare={() => sheets.open('verify')}
          />
        </div>
        <CallPanel
          panel={desk.sheet === null || isWide ? panel : null}
          isWide={isWide}
          view={view}
          local={local}
          meeting={session.meeting}
          draft={draft}
          desk={desk}
          onClose={() => toggle(panel)}
        />
      </div>
      <ControlBar controls={controls} openings={openings} isWide={isWide} more={more} />
      <CallSheets sheets={sheets} session={session} view={view} local={local} />
      <DeskSheets desk={desk} view={view} isOwned={isOwned} />
    </main>
  )
}
