import type { Meeting, PersonView } from '@samtale/client'
import { useCallback, useEffect, useState, type RefObject } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import type { Sound } from './PersonTile.tsx'
import type { Rect } from './grid.ts'
import { useShownWidth } from './Tile.tsx'
import { usePlayback } from './use-playback.ts'

/** A shared screen: the whole of it is seen, and the tile takes its shape. */
export function ScreenTile(props: { person: PersonView; place: Rect; meeting: Meeting; sound: Sound }) {
  const { person, meeting } = props
  const texts = useTexts().call
  const video = usePlayback(person.screenStream, props.sound)
  const place = fitted(props.place, useAspect(video))
  const tell = useCallback((width: number) => meeting.setShownWidth(person.id, 'screen', width), [meeting, person.id])
  useShownWidth(place.width, tell)
  const label = texts.screenOf(person.name === '' ? texts.nameless : person.name)
  return (
    <div
      role="group"
      aria-label={label}
      className="tile tile-screen"
      style={{ translate: `${place.x}px ${place.y}px`, width: place.width, height: place.height }}
    >
      <video ref={video} autoPlay playsInline />
      <span className="tile-name">
        <span className="tile-name-text">{label}</span>
      </span>
    </div>
  )
}

/** Width by height of what a video shows; null before it shows anything. */
function useAspect(video: RefObject<HTMLVideoElement | null>): number | null {
  const [aspect, setAspect] = useState<number | null>(null)
  useEffect(() => {
    const element = video.current
    if (element === null) return
    const measure = () => setAspect(element.videoHeight === 0 ? null : element.videoWidth / element.videoHeight)
    element.addEventListener('resize', measure)
    element.addEventListener('loadedmetadata', measure)
    return () => {
      element.removeEventListener('resize', measure)
      element.removeEventListener('loadedmetadata', measure)
    }
  }, [video])
  return aspect
}

/** The largest place of a shape within another, in its middle. */
function fitted(place: Rect, aspect: number | null): Rect {
  if (aspect === null) return place
  const width = Math.min(place.width, place.height * aspect)
  const height = width / aspect
  return { x: place.x + (place.width - width) / 2, y: place.y + (place.height - height) / 2, width, height }
}
