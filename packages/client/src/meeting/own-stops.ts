import { stoppableSlots, type StoppableSlot } from '@samtale/protocol'
import type { LocalMedia } from '../media/local-media.ts'

/**
 * Obeys a host who stops one's microphone or camera (rule H6), and takes it up again only when the person switched it on
 * after it had been off: nothing else counts as their wish.
 */
export function createOwnStops(
  localMedia: Pick<LocalMedia, 'view' | 'setMicrophone' | 'setCamera'>,
  resume: (slot: StoppableSlot) => void,
) {
  /** Stopped, and whether it has been off since. */
  const stopped = new Map<StoppableSlot, boolean>()
  return {
    stop(slot: StoppableSlot): void {
      stopped.set(slot, !localMedia.view()[slot].on)
      void (slot === 'microphone' ? localMedia.setMicrophone(false) : localMedia.setCamera(false))
    },
    /** After every change of the devices. */
    review(): void {
      const view = localMedia.view()
      for (const slot of stoppableSlots) {
        const wasOff = stopped.get(slot)
        if (wasOff === undefined) continue
        if (!view[slot].on) stopped.set(slot, true)
        else if (wasOff) {
          stopped.delete(slot)
          resume(slot)
        }
      }
    },
    /** Another stay: nothing is stopped. */
    clear(): void {
      stopped.clear()
    },
  }
}
