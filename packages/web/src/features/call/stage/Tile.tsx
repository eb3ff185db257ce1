import { Hand, MicOff, VideoOff, AudioLines } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import { groundOf, initialsOf } from './initials.ts'
import type { Place } from './stage-layout.ts'
import './tile.css'

export interface TilePerson {
  name: string
  microphone: boolean
  camera: boolean
  hand: boolean
  speaking: boolean
  connection: 'connecting' | 'connected' | 'interrupted'
}

/**
 * One participant: a group that has their name, with one video. The video stays while the camera is off, since the sound
 * comes from it too; then initials lie above it.
 */
export function Tile(props: { label: string; person: TilePerson; place: Place; children: ReactNode }) {
  const { person, place } = props
  const ground = groundOf(person.name)
  return (
    <div
      role="group"
      aria-label={props.label}
      className="tile"
      data-camera={person.camera ? 'on' : 'off'}
      data-speaking={person.speaking || undefined}
      data-floats={place.floats || undefined}
      style={{ translate: `${place.x}px ${place.y}px`, width: place.width, height: place.height }}
    >
      {person.camera ? null : (
        <span className={`avatar avatar-${ground}`} aria-hidden="true">
          {initialsOf(person.name)}
        </span>
      )}
      {props.children}
      <TileMarks person={person} label={props.label} />
    </div>
  )
}

function TileMarks({ person, label }: { person: TilePerson; label: string }) {
  const texts = useTexts().call
  return (
    <>
      {person.hand ? (
        <span className="tile-hand">
          <Hand size={18} aria-hidden />
          <span className="visually-hidden">{texts.handRaised}</span>
        </span>
      ) : null}
      {person.connection === 'connected' ? null : (
        <span className="tile-connection">
          {person.connection === 'connecting' ? texts.connecting : texts.interrupted}
        </span>
      )}
      <span className="tile-name">
        {person.microphone ? null : <IconMark icon={<MicOff size={14} />} text={texts.muted} />}
        {person.camera ? null : <IconMark icon={<VideoOff size={14} />} text={texts.cameraOff} />}
        {person.microphone && person.speaking ? (
          <IconMark icon={<AudioLines size={14} />} text={texts.speaking} />
        ) : null}
        <span className="tile-name-text">{label}</span>
      </span>
    </>
  )
}

function IconMark(props: { icon: ReactNode; text: string }) {
  return (
    <>
      {props.icon}
      <span className="visually-hidden">{props.text}</span>
    </>
  )
}

/** Tells the meeting how wide somebody is shown. */
export function useShownWidth(width: number, tell: (width: number) => void): void {
  const rounded = Math.round(width)
  useEffect(() => tell(rounded), [rounded, tell])
}
