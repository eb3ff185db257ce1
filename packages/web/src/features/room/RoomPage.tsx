import { checkKeySupport, checkSupport, type FailureCode, type SupportProblem } from '@samtale/client'
import type { RoomAnswer } from '@samtale/protocol'
import { useEffect, useState } from 'react'
import { useRoomSession } from '../session/room-session.ts'
import { FailurePage } from './FailurePage.tsx'
import { useRoomInfo, type RoomInfo } from './room-info.ts'
import { RoomView } from './RoomView.tsx'
import { UnsupportedPage } from './UnsupportedPage.tsx'

interface RoomPlace {
  room: string
  secret: string | null
}

/** A room, from its address. What the browser can't do, or that the room is closed, is said before anything is asked for. */
export function RoomPage(props: RoomPlace) {
  const lacking = useLacking()
  const info = useRoomInfo(props.room)
  if (lacking !== null && lacking !== 'asking') return <UnsupportedPage lacking={lacking} />
  if (info === null || lacking === 'asking') return null
  const closed = closedCode(info.answer)
  if (closed !== null) return <FailurePage code={closed} room={props.room} onAgain={() => location.reload()} />
  return <OpenRoom {...props} info={info} />
}

function OpenRoom({ room, secret, info }: RoomPlace & { info: RoomInfo }) {
  const [visit, setVisit] = useState(0)
  // Kept in memory, so that who joins again need not write it again.
  const [name, setName] = useState('')
  const session = useRoomSession({ room, secret, claim: info.claim }, visit)
  if (session === null) return null
  return (
    <RoomView
      session={session}
      answer={info.answer}
      name={name}
      onName={setName}
      onAgain={() => setVisit((number) => number + 1)}
    />
  )
}

/** What the browser can't do. */
function useLacking(): SupportProblem | 'asking' | null {
  const [lacking, setLacking] = useState<SupportProblem | 'asking' | null>(() => checkSupport() ?? 'asking')
  useEffect(() => {
    if (lacking === 'asking') void checkKeySupport().then(setLacking)
  }, [lacking])
  return lacking
}

/** Why nobody comes in, as far as the record says so; null where one may try. */
function closedCode(answer: RoomAnswer | null): FailureCode | null {
  if (answer === null) return null
  const { status, door, role } = answer
  if (status === 'gone' || status === 'ended' || status === 'suspended') return `room.${status}`
  return door === 'members' && role === 'guest' ? 'room.members-only' : null
}
