import { useEffect } from 'react'
import { useView } from '../../browser/use-view.ts'
import { Call } from '../call/Call.tsx'
import { JoinPage } from '../join/JoinPage.tsx'
import { FailurePage } from './FailurePage.tsx'
import { LeftPage } from './LeftPage.tsx'
import type { RoomSession } from '../session/room-session.ts'
import { WaitingPage } from './WaitingPage.tsx'

/** What a visit shows: one page for each phase of the meeting. */
export function RoomView(props: {
  session: RoomSession
  name: string
  onName: (name: string) => void
  onAgain: () => void
}) {
  const { session } = props
  const view = useView(session.meeting)
  const { phase } = view
  const isOver = phase.name === 'refused' || (phase.name === 'outside' && phase.left)
  useEffect(() => {
    if (isOver) session.end()
  }, [isOver, session])

  switch (phase.name) {
    case 'outside':
      if (phase.left) return <LeftPage room={view.room.name} onAgain={props.onAgain} />
      return <JoinPage session={session} room={view.room} name={props.name} onName={props.onName} isJoining={false} />
    case 'joining':
      return <JoinPage session={session} room={view.room} name={props.name} onName={props.onName} isJoining />
    case 'waiting':
      return <WaitingPage secondsLeft={phase.secondsLeft} onStop={() => session.meeting.leave()} />
    case 'joined':
    case 'reconnecting':
      return <Call session={session} view={view} />
    case 'refused':
      return <FailurePage code={phase.code} onAgain={props.onAgain} />
  }
}
