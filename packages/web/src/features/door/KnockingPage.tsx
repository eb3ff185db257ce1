import type { MeetingView, Phase } from '@samtale/client'
import type { RoomBrand } from '@samtale/protocol'
import { DoorClosed, Hourglass } from 'lucide-react'
import { usePageTitle } from '../../browser/page-title.ts'
import { useArrival } from '../../browser/use-arrival.ts'
import { useView } from '../../browser/use-view.ts'
import type { DoorTexts } from './texts/en.ts'
import { useDoorTexts } from './texts/use-door-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Preview } from '../join/Preview.tsx'
import { PageFooter } from '../pages/PageFooter.tsx'
import { ReportAtDoor } from '../report/ReportAtDoor.tsx'
import type { RoomSession } from '../session/room-session.ts'
import { BrandMark } from './BrandMark.tsx'
import { brandLook } from './brand-look.ts'
import './knocking-page.css'

/** Somebody waits at the door: how it stands, what the host said, and one's own picture. Nothing of who is inside. */
export function KnockingPage(props: {
  session: RoomSession
  phase: Extract<Phase, { name: 'knocking' }>
  room: MeetingView['room']
  brand: RoomBrand | null
}) {
  const texts = useDoorTexts()
  const { session, phase, brand } = props
  const local = useView(session.localMedia)
  const heading = useArrival<HTMLHeadingElement>()
  const title = phase.held ? texts.door.heldHeading : texts.door.waitingHeading
  usePageTitle(`${title} · ${props.room.name}`)
  return (
    <div className="knocking" {...brandLook(brand)}>
      <header className="knocking-header">
        <BrandMark brand={brand} />
      </header>
      <main className="knocking-main">
        <div className="knocking-card">
          <p className="join-overline">{props.room.name}</p>
          <div role="status" className="knocking-state">
            <span className="message-icon">{phase.held ? <Hourglass size={28} /> : <DoorClosed size={28} />}</span>
            <h1 className="message-heading" ref={heading} tabIndex={-1}>
              {title}
            </h1>
            <p className="message-text">{sentence(phase, texts.door)}</p>
            {phase.held && phase.hostMessage !== null ? (
              <blockquote className="knocking-words" aria-label={texts.door.hostSays}>
                <span className="knocking-who">{texts.door.hostSays}</span>
                {phase.hostMessage}
              </blockquote>
            ) : null}
          </div>
          <div className="knocking-preview">
            <Preview local={local} localMedia={session.localMedia} />
          </div>
          <p className="message-detail">{texts.door.devices}</p>
          <div className="message-actions">
            <Button onPress={() => session.meeting.leave()}>{texts.door.cancel}</Button>
            <ReportAtDoor room={props.room.name} />
          </div>
        </div>
      </main>
      <PageFooter />
    </div>
  )
}

function sentence(phase: Extract<Phase, { name: 'knocking' }>, texts: DoorTexts['door']): string {
  if (!phase.hostPresent) return texts.absent
  return phase.held ? texts.held : texts.waiting
}
