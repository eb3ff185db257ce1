import { useEffect, useRef } from 'react'
import './own-video.css'

/** One's own camera, mirrored and without its sound. The element stays while there is no track; it shows nothing then. */
export function OwnVideo(props: { track: MediaStreamTrack | null }) {
  const video = useRef<HTMLVideoElement>(null)
  const { track } = props
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = track === null ? null : new MediaStream([track])
  }, [track])
  return <video ref={video} className="own-video" autoPlay playsInline muted />
}
