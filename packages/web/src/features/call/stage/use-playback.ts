import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'

/**
 * Plays a stream in a video element, its sound on the chosen speaker.
 * @param onBlocked called when the browser plays nothing before the person does something (autoplay policy).
 */
export function usePlayback(
  stream: MediaStream | null,
  options: { speakerId: string | null; onBlocked: () => void; unblocked: number },
): RefObject<HTMLVideoElement | null> {
  const video = useRef<HTMLVideoElement>(null)
  const { speakerId, unblocked } = options
  const onBlocked = useEffectEvent(options.onBlocked)

  useEffect(() => {
    const element = video.current
    if (element === null) return
    if (element.srcObject !== stream) element.srcObject = stream
    if (stream === null) return
    element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') onBlocked()
    })
  }, [stream, unblocked])

  useEffect(() => {
    // Without a choice the browser's own stays; a speaker that is gone leaves it too.
    if (speakerId !== null && video.current !== null && 'setSinkId' in video.current) {
      video.current.setSinkId(speakerId).catch(() => undefined)
    }
  }, [speakerId])
  return video
}
