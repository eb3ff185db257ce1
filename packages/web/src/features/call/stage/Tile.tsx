import type { PersonEncryption } from '@samtale/client'
import { AudioLines, Hand, LockKeyhole, MicOff, VideoOff } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import type { Texts } from '../../../texts/en.ts'
import type { VerifyTexts } from '../verify/texts/en.ts'
import { useVerifyTexts } from '../verify/texts/use-verify-texts.ts'
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
  /** Null for oneself. */
  encryption: PersonEncryption | null
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
  const { tile } = useVerifyTexts()
  const trouble = troubleOf(person, texts, tile)
  return (
    <>
      {person.hand ? (
        <span className="tile-hand">
          <Hand size={18} aria-hidden />
          <span className="visually-hidden">{texts.handRaised}</span>
        </span>
      ) : null}
      {trouble === null ? null : <span className="tile-connection">{trouble}</span>}
      <span className="tile-name">
        {person.microphone ? null : <IconMark icon={<MicOff size={14} />} text={texts.muted} />}
        {person.camera ? null : <IconMark icon={<VideoOff size={14} />} text={texts.cameraOff} />}
        {person.microphone && person.speaking ? (
          <IconMark icon={<AudioLines size={14} />} text={texts.speaking} />
        ) : null}
        {person.encryption === 'encrypted' ? <IconMark icon={<LockKeyhole size={14} />} text={tile.encrypted} /> : null}
        <span className="tile-name-text">{label}</span>
      </span>
    </>
  )
}

/** What keeps somebody from being seen: the network first, since keys can't arrive without it. */
function troubleOf(
  { connection, encryption, microphone, camera }: TilePerson,
  texts: Texts['call'],
  tile: VerifyTexts['tile'],
): string | null {
  if (connection === 'connecting') return texts.connecting
  if (connection === 'interrupted') return texts.interrupted
  if (encryption === 'key-trouble') return tile.trouble
  return encryption === 'waiting' && (microphone || camera) ? tile.waiting : null
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
