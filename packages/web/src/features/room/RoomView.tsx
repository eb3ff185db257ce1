import type { MeetingView } from '@samtale/client'
import type { RoomAnswer } from '@samtale/protocol'
import { useEffect, useState } from 'react'
import { useView } from '../../browser/use-view.ts'
import { Call } from '../call/Call.tsx'
import { KnockingPage } from '../door/KnockingPage.tsx'
import { JoinPage } from '../join/JoinPage.tsx'
import type { RoomSession } from '../session/room-session.ts'
import { FailurePage } from './FailurePage.tsx'
import { LeftPage } from './LeftPage.tsx'
import { WaitingPage } from './WaitingPage.tsx'

interface VisitProps {
  session: RoomSession
  answer: RoomAnswer | null
  name: string
  onName: (name: string) => void
  onAgain: () => void
}

/** What a visit shows: one page for each phase of the meeting. */
export function RoomView(props: VisitProps) {
  const { session, answer } = props
  const view = useView(session.meeting)
  const { phase } = view
  // A locked door is no end: one knocks, with the devices as they are.
  const isLocked = phase.name === 'refused' && phase.code === 'room.locked'
  const [wasLocked, setWasLocked] = useState(false)
  if (isLocked && !wasLocked) setWasLocked(true)
  const isOver = (phase.name === 'refused' && !isLocked) || (phase.name === 'outside' && phase.left)
  useEffect(() => {
    if (isOver) session.end()
  }, [isOver, session])

  if (phase.name === 'joined' || phase.name === 'reconnecting')
    return <Call session={session} view={view} isOwned={answer?.status === 'open'} />
  if (isOver) return <Ending view={view} onAgain={props.onAgain} />
  const knocks = wasLocked || beginsLocked(answer)
  return <Beginning {...props} view={view} mode={knocks ? 'knock' : 'join'} isNewsLocked={isLocked} />
}

/** Every meeting of the room begins with a locked door, for who is no host of it. */
function beginsLocked(answer: RoomAnswer | null): boolean {
  return answer?.door === 'knock' && answer.role !== 'host'
}

/** Before one is in. */
function Beginning(props: VisitProps & { view: MeetingView; mode: 'join' | 'knock'; isNewsLocked: boolean }) {
  const { session, view, answer, name, onName, mode, isNewsLocked } = props
  const { phase, room } = view
  const brand = answer?.brand ?? null
  switch (phase.name) {
    case 'waiting':
      return <WaitingPage phase={phase} onStop={() => session.meeting.leave()} />
    case 'knocking':
      return <KnockingPage session={session} phase={phase} room={room} brand={brand} />
    default:
      return (
        <JoinPage
          {...{ session, room, name, onName, brand, mode, isNewsLocked }}
          isJoining={phase.name === 'joining'}
        />
      )
  }
}

/** After it: left, or not let in. */
function Ending({ view: { phase, room }, onAgain }: { view: MeetingView; onAgain: () => void }) {
  if (phase.name === 'refused') return <FailurePage code={phase.code} room={room.name} onAgain={onAgain} />
  return <LeftPage room={room.name} onAgain={onAgain} />
}
