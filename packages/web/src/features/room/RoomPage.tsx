import { checkSupport } from '@samtale/client'
import { useState } from 'react'
import { RoomView } from './RoomView.tsx'
import { useRoomSession } from '../session/room-session.ts'
import { UnsupportedPage } from './UnsupportedPage.tsx'

/** A room, from its address. What the browser can't do is said before it is asked for anything. */
export function RoomPage(props: { room: string; secret: string | null }) {
  const [lacking] = useState(checkSupport)
  return lacking === null ? <OpenRoom {...props} /> : <UnsupportedPage lacking={lacking} />
}

function OpenRoom(props: { room: string; secret: string | null }) {
  const [visit, setVisit] = useState(0)
  // Kept in memory, so that who joins again need not write it again.
  const [name, setName] = useState('')
  const session = useRoomSession(props.room, props.secret, visit)
  if (session === null) return null
  return <RoomView session={session} name={name} onName={setName} onAgain={() => setVisit((number) => number + 1)} />
}
