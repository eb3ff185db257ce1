const gestures = ['pointerdown', 'keydown', 'touchend'] as const

/**
 * An AudioContext that runs as soon as the browser lets it: many start one only after a gesture of the person's.
 * Null where there is none.
 */
export function openAudioContext(): { context: AudioContext; close(): void } | null {
  try {
    const context = new AudioContext()
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
