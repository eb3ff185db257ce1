const gestures = ['pointerdown', 'keydown', 'touchend'] as const

/**
 * Listens without sounding: where the browser can (`sinkId` of the Web Audio API 1.1), no output device is opened for it,
 * and it wakes seldom.
 */
const silent: AudioContextOptions = { latencyHint: 'playback', ...{ sinkId: { type: 'none' } } }

/**
 * An AudioContext that runs as soon as the browser lets it: many start one only after a gesture of the person's.
 * Null where there is none.
 */
export function openAudioContext(
  options: AudioContextOptions = silent,
): { context: AudioContext; close(): void } | null {
  try {
    const context = new AudioContext(options)
    const resume = () => void context.resume().catch(() => undefined)
    for (const gesture of gestures) document.addEventListener(gesture, resume, { passive: true })
    return {
      context,
      close() {
        for (const gesture of gestures) document.removeEventListener(gesture, resume)
        void context.close().catch(() => undefined)
      },
    }
  } catch {
    return null
  }
}
