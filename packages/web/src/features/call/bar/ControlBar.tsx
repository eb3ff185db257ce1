import {
  Hand,
  Lock,
  LockOpen,
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
import { useDoorTexts } from '../../door/texts/use-door-texts.ts'
import { useTexts } from '../../../texts/use-texts.ts'
import { RoundButton } from '../../../ui/RoundButton.tsx'
import './control-bar.css'
import type { Controls } from './controls.ts'

/** Panels and dialogs that the bar opens. */
export interface Openings {
  panel: 'chat' | 'participants' | null
  hasUnread: boolean
  /** How many wait at the door. */
  waiting: number
  toggle(panel: 'chat' | 'participants'): void
  openSettings(): void
}

interface BarProps {
  controls: Controls
  openings: Openings
  isWide: boolean
  /** Among the controls, where the window is not wide. */
  more: ReactNode
}

/** Five things a thumb reaches; beside them, where the window is wide, what else there is. */
export function ControlBar(props: BarProps) {
  const texts = useTexts().controls
  return (
    <section className="bar" aria-label={texts.bar}>
      <div className="bar-main">
        <MainControls {...props} />
      </div>
      {props.isWide ? (
        <div className="bar-end">
          <SideControls controls={props.controls} openings={props.openings} />
        </div>
      ) : null}
    </section>
  )
}

function MainControls(props: BarProps) {
  const { controls, openings, isWide } = props
  const texts = useTexts()
  const { short, ...names } = texts.controls
  return (
    <>
      <DeviceControls controls={controls} />
      {controls.canShare ? <ShareControl controls={controls} /> : null}
      <RoundButton
        label={names.chat}
        short={short.chat}
        icon={<MessageSquare />}
        isOpen={openings.panel === 'chat'}
        state={openings.panel === 'chat' ? 'active' : 'on'}
        news={openings.hasUnread ? texts.chat.unread : null}
        onPress={() => openings.toggle('chat')}
      />
      {isWide ? null : props.more}
      <RoundButton label={names.leave} short={short.leave} icon={<LogOut />} state="leave" onPress={controls.leave} />
    </>
  )
}

function DeviceControls({ controls }: { controls: Controls }) {
  const { short, ...names } = useTexts().controls
  return (
    <>
      <RoundButton
        label={controls.microphone ? names.mute : names.unmute}
        short={controls.microphone ? short.mute : short.unmute}
        icon={controls.microphone ? <Mic /> : <MicOff />}
        state={controls.microphone ? 'on' : 'off'}
        onPress={controls.toggleMicrophone}
      />
      <RoundButton
        label={controls.camera ? names.cameraOff : names.cameraOn}
        short={short.camera}
        icon={controls.camera ? <Video /> : <VideoOff />}
        state={controls.camera ? 'on' : 'off'}
        onPress={controls.toggleCamera}
      />
    </>
  )
}

function ShareControl({ controls }: { controls: Controls }) {
  const { short, ...names } = useTexts().controls
  return (
    <RoundButton
      label={controls.sharing ? names.stopSharing : names.share}
      short={controls.sharing ? short.stopSharing : short.share}
      icon={controls.sharing ? <MonitorX /> : <MonitorUp />}
      state={controls.sharing ? 'active' : 'on'}
      onPress={controls.toggleSharing}
    />
  )
}

function SideControls({ controls, openings }: Pick<BarProps, 'controls' | 'openings'>) {
  const texts = useTexts().controls
  const { hosting } = useDoorTexts()
  const { lock } = controls
  return (
    <>
      {lock === null ? null : (
        <RoundButton
          label={lock.locked ? hosting.unlock : hosting.lock}
          icon={lock.locked ? <Lock /> : <LockOpen />}
          state={lock.locked ? 'active' : 'quiet'}
          onPress={lock.toggle}
        />
      )}
      <RoundButton
        label={controls.hand ? texts.lowerHand : texts.raiseHand}
        icon={<Hand />}
        state={controls.hand ? 'raised' : 'quiet'}
        onPress={controls.toggleHand}
      />
      <RoundButton
        label={texts.participants}
        icon={<Users />}
        news={openings.waiting > 0 ? hosting.atDoor : null}
        isOpen={openings.panel === 'participants'}
        state={openings.panel === 'participants' ? 'active' : 'quiet'}
        onPress={() => openings.toggle('participants')}
      />
      <RoundButton label={texts.settings} icon={<Settings />} state="quiet" onPress={openings.openSettings} />
    </>
  )
}
