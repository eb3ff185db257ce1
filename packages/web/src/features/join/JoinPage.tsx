import type { MeetingView } from '@samtale/client'
import type { RoomBrand } from '@samtale/protocol'
import { Lock } from 'lucide-react'
import { usePageTitle } from '../../browser/page-title.ts'
import { useView } from '../../browser/use-view.ts'
import { useDoorTexts } from '../door/texts/use-door-texts.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Note } from '../../ui/Note.tsx'
import { brandLook } from '../door/brand-look.ts'
import { BrandMark } from '../door/BrandMark.tsx'
import { PageFooter } from '../pages/PageFooter.tsx'
import { ReportAtDoor } from '../report/ReportAtDoor.tsx'
import type { RoomSession } from '../session/room-session.ts'
import { DeviceChoices } from '../devices/DeviceChoices.tsx'
import { DeviceTrouble } from './DeviceTrouble.tsx'
import './join-page.css'
import { JoinForm } from './JoinForm.tsx'
import { Preview } from './Preview.tsx'
import { Protection } from './Protection.tsx'

/** Before the call: how one will be seen and heard, one's name, and who can come in. */
export function JoinPage(props: {
  session: RoomSession
  room: MeetingView['room']
  name: string
  onName: (name: string) => void
  isJoining: boolean
  brand: RoomBrand | null
  /** `knock`: somebody inside has to let one in. */
  mode: 'join' | 'knock'
  /** One wanted to join, and found the door locked. */
  isNewsLocked: boolean
}) {
  const texts = useTexts()
  const { door } = useDoorTexts()
  const { session, room, mode } = props
  const local = useView(session.localMedia)
  usePageTitle(`${texts.titles.joining(room.name)} · Samtale`)
  return (
    <div className="join" {...brandLook(props.brand)}>
      <header className="join-header">
        <BrandMark brand={props.brand} />
      </header>
      <main className="join-main">
        <section className="join-preview" aria-label={texts.join.preview}>
          <Preview local={local} localMedia={session.localMedia} />
          <DeviceTrouble local={local} localMedia={session.localMedia} />
        </section>
        <section className="join-form">
          <div>
            <p className="join-overline">{texts.join.room}</p>
            <h1 className="join-room">{room.name}</h1>
          </div>
          {mode === 'knock' ? (
            <div role={props.isNewsLocked ? 'alert' : undefined}>
              <Note kind="attention" icon={<Lock size={18} aria-hidden />}>
                {door.locked}
              </Note>
            </div>
          ) : null}
          <JoinForm
            name={props.name}
            onName={props.onName}
            isJoining={props.isJoining}
            mode={mode}
            onJoin={(name, message) =>
              void (mode === 'knock' ? session.meeting.knock(name, message) : session.meeting.join(name))
            }
          />
          <Protection secret={room.secret} link={session.link} />
          <ReportAtDoor room={room.name} />
        </section>
        <section className="join-devices" aria-label={texts.join.devices}>
          <DeviceChoices local={local} localMedia={session.localMedia} />
        </section>
      </main>
      <PageFooter />
    </div>
  )
}
