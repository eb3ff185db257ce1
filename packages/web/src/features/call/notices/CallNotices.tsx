import type { LocalMediaView, MeetingView } from '@samtale/client'
import type { RoomSession } from '../../session/room-session.ts'
import type { Desk } from '../hosting/desk.ts'
import { HostNotices } from '../hosting/HostNotices.tsx'
import { KnockNotice } from '../hosting/KnockNotice.tsx'
import type { Panel } from '../panels/CallPanel.tsx'
import type { BlockedSound } from '../stage/use-blocked-sound.ts'
import { EncryptionNotices } from '../verify/EncryptionNotices.tsx'
import { CallTrouble, type Trouble } from './CallTrouble.tsx'
import { Notices } from './Notices.tsx'
import { TestGuestsNotice, type InvitedGuests } from './TestGuestsNotice.tsx'
import type { PassingNotice } from './use-comings.ts'

/** Everything that is said over the stage: what one can do something about first. */
export function CallNotices(props: {
  session: RoomSession
  view: MeetingView
  local: LocalMediaView
  desk: Desk
  panel: Panel | null
  trouble: Trouble
  guests: InvitedGuests
  passing: readonly PassingNotice[]
  blocked: BlockedSound
  hasUnread: boolean
  withSounds: boolean
  onCompare: () => void
}) {
  const { session, view, local, desk } = props
  return (
    <Notices view={view} local={local} passing={props.passing} blocked={props.blocked} hasUnread={props.hasUnread}>
      <TestGuestsNotice guests={props.guests} />
      <CallTrouble trouble={props.trouble} />
      <EncryptionNotices view={view} meeting={session.meeting} onCompare={props.onCompare} />
      <HostNotices desk={desk} view={view} meeting={session.meeting} localMedia={session.localMedia} />
      {/* Open, the list of people says the same. */}
      {desk.isHost && props.panel !== 'participants' ? (
        <KnockNotice desk={desk} knockers={view.door.knockers} withSounds={props.withSounds} />
      ) : null}
    </Notices>
  )
}
