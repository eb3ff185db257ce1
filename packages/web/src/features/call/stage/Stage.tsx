import type { LocalMediaView, MeetingView } from '@samtale/client'
import { useRef } from 'react'
import type { RoomSession } from '../../session/room-session.ts'
import type { Size } from './grid.ts'
import { Invitation } from './Invitation.tsx'
import { OwnTile, PersonTile, type Sound } from './PersonTile.tsx'
import { ScreenTile } from './ScreenTile.tsx'
import { layoutStage, type Place } from './stage-layout.ts'
import './stage.css'
import { useSize } from './use-size.ts'

interface StageProps {
  session: RoomSession
  view: MeetingView
  local: LocalMediaView
  sound: Sound
  onTryAlone: () => void
}

/** Everybody in the call, and the screens they share, in the room that there is. */
export function Stage(props: StageProps) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  return (
    <div className="stage" ref={box}>
      {size === null ? null : <Tiles {...props} size={size} />}
    </div>
  )
}

const keys = { self: 'self', invitation: 'invitation', screen: (id: string) => `screen of ${id}` }
const nowhere: Place = { x: 0, y: 0, width: 0, height: 0, floats: false }

function Tiles({ session, view, local, sound, size, onTryAlone }: StageProps & { size: Size }) {
  const { meeting } = session
  const isAlone = view.others.length === 0
  const sharing = view.others.filter((person) => person.screenStream !== null)
  const places = layoutStage(size, {
    self: keys.self,
    others: view.others.map((person) => person.id),
    screens: sharing.map((person) => keys.screen(person.id)),
    invitation: isAlone ? keys.invitation : null,
  })
  const placeOf = (key: string) => places.get(key) ?? nowhere
  return (
    <>
      {sharing.map((person) => {
        const key = keys.screen(person.id)
        return <ScreenTile key={key} person={person} place={placeOf(key)} meeting={meeting} sound={sound} />
      })}
      {view.others.map((person) => (
        <PersonTile key={person.id} person={person} place={placeOf(person.id)} meeting={meeting} sound={sound} />
      ))}
      <OwnTile self={view.self} local={local} place={placeOf(keys.self)} />
      {isAlone ? <Invitation link={session.link} place={placeOf(keys.invitation)} onTryAlone={onTryAlone} /> : null}
    </>
  )
}
