import type { LocalMediaView, MeetingView } from '@samtale/client'
import { MonitorUp, RefreshCw, ServerOff, Volume2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import type { BlockedSound } from '../stage/use-blocked-sound.ts'
import './notices.css'
import type { PassingNotice } from './use-comings.ts'

/** What lasts stands above the stage's middle, one line each; what passes is said politely and goes. */
export function Notices(props: {
  view: MeetingView
  local: LocalMediaView
  passing: readonly PassingNotice[]
  blocked: BlockedSound
  hasUnread: boolean
  children: ReactNode
}) {
  const texts = useTexts()
  const { view, local } = props
  return (
    <div className="notices">
      {props.blocked.isBlocked ? (
        <Notice icon={<Volume2 size={18} />} text={texts.call.soundBlocked}>
          <Button kind="primary" onPress={props.blocked.unblock}>
            {texts.call.turnOnSound}
          </Button>
        </Notice>
      ) : null}
      {props.children}
      {/* data-live-announcer: stays readable while a dialog hides the rest of the page (react-aria). */}
      <div className="notices-said" role="status" data-live-announcer="true">
        {view.drainingInSeconds === null ? null : (
          <Notice
            icon={<ServerOff size={18} />}
            text={texts.call.draining(Math.max(0, Math.round(view.drainingInSeconds)))}
          />
        )}
        {view.phase.name === 'reconnecting' ? (
          <Notice icon={<RefreshCw size={18} />} text={texts.call.reconnecting} />
        ) : null}
        {local.screen.on ? <Notice icon={<MonitorUp size={18} />} text={texts.call.youShare} /> : null}
        {props.hasUnread ? <span className="visually-hidden">{texts.chat.unread}</span> : null}
        {props.passing.map((notice) => (
          <Notice key={notice.key} text={notice.text} />
        ))}
      </div>
    </div>
  )
}

/** One line, with what to do about it at its end. */
export function Notice(props: { icon?: ReactNode; text: string; children?: ReactNode }) {
  return (
    <div className="notice">
      {props.icon}
      <p className="notice-text">{props.text}</p>
      {props.children}
    </div>
  )
}
