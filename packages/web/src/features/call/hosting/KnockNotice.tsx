import type { KnockerView } from '@samtale/client'
import { DoorOpen, Hourglass } from 'lucide-react'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useDoorTexts } from '../../door/texts/use-door-texts.ts'
import { playSound } from '../notices/sounds.ts'
import { useKnockerName, type Desk } from './desk.ts'
import { KnockActions } from './KnockActions.tsx'
import './hosting.css'

/**
 * Who knocks now: one at a time, the longest waiting first, said at once to who listens. Who is on hold stays in sight when
 * nobody else knocks.
 */
export function KnockNotice(props: { desk: Desk; knockers: readonly KnockerView[]; withSounds: boolean }) {
  const texts = useDoorTexts().hosting
  const nameOf = useKnockerName()
  const unanswered = props.knockers.filter((knocker) => !knocker.held)
  useKnockSound(props.knockers, props.withSounds)
  const waiting = unanswered.length > 0 ? unanswered : props.knockers
  const [first] = waiting
  if (first === undefined) return null
  const more = waiting.length - 1
  return (
    <div className="notice knock-notice" role={first.held ? 'status' : 'alert'} key={`${first.id} ${first.held}`}>
      {first.held ? <Hourglass size={20} aria-hidden /> : <DoorOpen size={20} aria-hidden />}
      <div className="knock-notice-words">
        <p className="knock-notice-name">
          {first.held ? texts.holdHeading(nameOf(first)) : texts.knocks(nameOf(first))}
        </p>
        {first.message === null ? null : <p className="knock-message">{first.message}</p>}
        {more > 0 ? <p className="knock-more">{texts.morePeopleKnock(more)}</p> : null}
      </div>
      <KnockActions desk={props.desk} knocker={first} />
    </div>
  )
}

/** Two soft knocks for each one who comes to the door. */
function useKnockSound(knockers: readonly KnockerView[], withSounds: boolean): void {
  const known = useRef<ReadonlySet<string>>(new Set())
  const compare = useEffectEvent(() => {
    const isNews = knockers.some(({ id }) => !known.current.has(id))
    known.current = new Set(knockers.map(({ id }) => id))
    if (isNews && withSounds) playSound('knocked')
  })
  useEffect(() => compare(), [knockers])
}
