import type { LocalMediaView, Meeting, MeetingView, PersonView } from '@samtale/client'
import { useCallback, useMemo } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import { OwnVideo } from '../../devices/OwnVideo.tsx'
import type { Place } from './stage-layout.ts'
import { Tile, useShownWidth } from './Tile.tsx'
import { usePlayback } from './use-playback.ts'

/** How sound is played; the same for everybody. */
export interface Sound {
  speakerId: string | null
  onBlocked: () => void
  /** Grows when the person let the sound play. */
  unblocked: number
}

export function PersonTile(props: { person: PersonView; place: Place; meeting: Meeting; sound: Sound }) {
  const { person, place, meeting } = props
  const texts = useTexts().call
  const video = usePlayback(person.stream, props.sound)
  const tell = useCallback((width: number) => meeting.setShownWidth(person.id, 'camera', width), [meeting, person.id])
  useShownWidth(place.width, tell)
  const name = person.name === '' ? texts.nameless : person.name
  return (
    <Tile label={name} person={{ ...person, name }} place={place}>
      <video ref={video} autoPlay playsInline />
    </Tile>
  )
}

/** Oneself: as in a mirror, without sound. What one's own devices do is known before anybody is told. */
export function OwnTile(props: { self: MeetingView['self']; local: LocalMediaView; place: Place }) {
  const { self, local, place } = props
  const texts = useTexts().call
  const name = self.name === '' ? texts.nameless : self.name
  const person = useMemo(
    () => ({
      name,
      microphone: local.microphone.on,
      camera: local.camera.on && local.camera.track !== null,
      hand: self.hand,
      speaking: self.speaking && local.microphone.on,
      connection: 'connected' as const,
      encryption: null,
    }),
    [name, local, self.hand, self.speaking],
  )
  return (
    <Tile label={texts.you(name)} person={person} place={place}>
      <OwnVideo track={local.camera.on ? local.camera.track : null} />
    </Tile>
  )
}
