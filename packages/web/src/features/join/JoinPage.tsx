import type { MeetingView } from '@samtale/client'
import { usePageTitle } from '../../browser/page-title.ts'
import { useView } from '../../browser/use-view.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { HomeLink } from '../pages/HomeLink.tsx'
import { PageFooter } from '../pages/PageFooter.tsx'
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
}) {
  const texts = useTexts()
  const { session, room } = props
  const local = useView(session.localMedia)
  usePageTitle(`${texts.titles.joining(room.name)} · Samtale`)
  return (
    <div className="join">
      <header className="join-header">
        <HomeLink />
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
          <JoinForm
            name={props.name}
            onName={props.onName}
            isJoining={props.isJoining}
            onJoin={(name) => void session.meeting.join(name)}
          />
          <Protection secret={room.secret} link={session.link} />
        </section>
        <section className="join-devices" aria-label={texts.join.devices}>
          <DeviceChoices local={local} localMedia={session.localMedia} />
        </section>
      </main>
      <PageFooter />
    </div>
  )
}
