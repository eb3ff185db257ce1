import type { LocalMediaView, MeetingView } from '@samtale/client'
import type { Desk } from '../hosting/desk.ts'
import type { RoomSession } from '../../session/room-session.ts'

/** What one can do in a call, and how it stands: the bar, the keys and the tests read the same. */
export interface Controls {
  microphone: boolean
  camera: boolean
  sharing: boolean
  /** Telephones' browsers can't share a screen. */
  canShare: boolean
  hand: boolean
  /** Null for who is no host. */
  lock: { locked: boolean; toggle(): void } | null
  toggleMicrophone(): void
  toggleCamera(): void
  toggleSharing(): void
  toggleHand(): void
  leave(): void
}

export function controlsOf(
  session: RoomSession,
  view: MeetingView,
  local: LocalMediaView,
  desk: Desk,
  onShareFailed: () => void,
): Controls {
  const { meeting, localMedia } = session
  return {
    microphone: local.microphone.on,
    camera: local.camera.on,
    sharing: local.screen.on,
    canShare: 'getDisplayMedia' in navigator.mediaDevices,
    hand: view.self.hand,
    lock: desk.isHost
      ? {
          locked: view.door.locked,
          toggle: () => void desk.run(desk.hosting.setLocked(!view.door.locked)),
        }
      : null,
    toggleMicrophone: () => void localMedia.setMicrophone(!local.microphone.on),
    toggleCamera: () => void localMedia.setCamera(!local.camera.on),
    toggleSharing() {
      if (local.screen.on) localMedia.stopScreen()
      else void localMedia.startScreen().then((started) => (started ? undefined : onShareFailed()))
    },
    toggleHand: () => meeting.setHand(!view.self.hand),
    leave: () => meeting.leave(),
  }
}
