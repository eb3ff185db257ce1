import {
  Hand,
  LogOut,
  MessageSquare,
  Mic,
  MicOff,
  MonitorUp,
  MonitorX,
  Settings,
  Users,
  Video,
  VideoOff,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import { BarButton } from './BarButton.tsx'
import './control-bar.css'
import type { Controls } from './controls.ts'

/** Panels and dialogs that the bar opens. */
export interface Openings {
  panel: 'chat' | 'participants' | null
  hasUnread: boolean
  toggle(panel: 'chat' | 'participants'): void
  openSettings(): void
}

/** Five things a thumb reaches; beside them, where the window is wide, what else there is. */
export function ControlBar(props: {
  controls: Controls
  openings: Openings
  isWide: boolean
  start: ReactNode
  more: ReactNode
}) {
  const texts = useTexts().controls
  return (
    <nav className="bar" aria-label={texts.bar}>
      {props.isWide ? <div className="bar-start">{props.start}</div> : null}
      <div className="bar-main">
        <MainControls {...props} />
      </div>
      {props.isWide ? (
        <div className="bar-end">
          <SideControls {...props} />
        </div>
      ) : null}
    </nav>
  )
}

function MainControls({
  controls,
  openings,
  isWide,
  more,
}: {
  controls: Controls
  openings: Openings
  isWide: boolean
  more: ReactNode
}) {
  const texts = useTexts()
  const { short, ...names } = texts.controls
  return (
    <>
      <BarButton
        label={controls.microphone ? names.mute : names.unmute}
        short={controls.microphone ? short.mute : short.unmute}
        icon={controls.microphone ? <Mic /> : <MicOff />}
        state={controls.microphone ? 'on' : 'off'}
        onPress={controls.toggleMicrophone}
      />
      <BarButton
        label={controls.camera ? names.cameraOff : names.cameraOn}
        short={short.camera}
        icon={controls.camera ? <Video /> : <VideoOff />}
        state={controls.camera ? 'on' : 'off'}
        onPress={controls.toggleCamera}
      />
      {controls.canShare ? (
        <BarButton
          label={controls.sharing ? names.stopSharing : names.share}
          short={controls.sharing ? short.stopSharing : short.share}
          icon={controls.sharing ? <MonitorX /> : <MonitorUp />}
          state={controls.sharing ? 'active' : 'on'}
          onPress={controls.toggleSharing}
        />
      ) : null}
      <BarButton
        label={names.chat}
        short={short.chat}
        icon={<MessageSquare />}
        state={openings.panel === 'chat' ? 'active' : 'on'}
        news={openings.hasUnread ? texts.chat.unread : null}
        onPress={() => openings.toggle('chat')}
      />
      {isWide ? null : more}
      <BarButton label={names.leave} short={short.leave} icon={<LogOut />} state="leave" onPress={controls.leave} />
    </>
  )
}

function SideControls({ controls, openings }: { controls: Controls; openings: Openings }) {
  const texts = useTexts().controls
  return (
    <>
      <BarButton
        label={controls.hand ? texts.lowerHand : texts.raiseHand}
        icon={<Hand />}
        state={controls.hand ? 'raised' : 'quiet'}
        onPress={controls.toggleHand}
      />
      <BarButton
        label={texts.participants}
        icon={<Users />}
        state={openings.panel === 'participants' ? 'active' : 'quiet'}
        onPress={() => openings.toggle('participants')}
      />
      <BarButton label={texts.settings} icon={<Settings />} state="quiet" onPress={openings.openSettings} />
    </>
  )
}
