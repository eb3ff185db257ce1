import type { MeetingMedia } from '../../../packages/client/src/media/meeting-media.ts'

/**
 * Watches as a page would show it: one video element a participant, its stream's track replaced as `remote()` changes.
 * From its beginning it notes everybody who had a picture or sound and lost it.
 */
export class Vigil {
  readonly losses: string[] = []
  readonly #shown = new Map<string, { stream: MediaStream; lastAt: number; longestMs: number }>()
  readonly #media: MeetingMedia

  constructor(media: MeetingMedia) {
    this.#media = media
    media.subscribe(() => this.#look())
  }

  /** The longest time between two pictures shown of somebody since the last call, in milliseconds. */
  longestGap(participantId: string): number {
    const shown = this.#shown.get(participantId)
    const longest = shown?.longestMs ?? 0
    if (shown) shown.longestMs = 0
    return longest
  }

  #look() {
    for (const [id, { tracks }] of this.#media.remote()) {
      const shown = this.#shown.get(id) ?? this.#begin(id)
      for (const slot of ['camera', 'microphone'] as const) {
        const before = (slot === 'camera' ? shown.stream.getVideoTracks() : shown.stream.getAudioTracks())[0]
        const now = tracks[slot]
        if (before === now) continue
        if (before && !now) this.losses.push(`${id} ${slot}`)
        if (before) shown.stream.removeTrack(before)
        if (now) shown.stream.addTrack(now)
      }
    }
  }

  #begin(id: string) {
    const video = document.createElement('video')
    video.muted = true
    video.autoplay = true
    const shown = { stream: new MediaStream(), lastAt: 0, longestMs: 0 }
    video.srcObject = shown.stream
    document.body.append(video)
    const next = () => {
      const now = performance.now()
      if (shown.lastAt > 0) shown.longestMs = Math.max(shown.longestMs, now - shown.lastAt)
      shown.lastAt = now
      video.requestVideoFrameCallback(next)
    }
    video.requestVideoFrameCallback(next)
    this.#shown.set(id, shown)
    return shown
  }
}
