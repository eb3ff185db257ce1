import type { LocalMediaView, MeetingView, PersonView } from '@samtale/client'
import { BadgeCheck, DoorClosed, Flag, Hand, Mic, MicOff, MonitorUp, ShieldAlert, Video, VideoOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDoorTexts } from '../../door/texts/use-door-texts.ts'
import { useTexts } from '../../../texts/use-texts.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Desk } from '../hosting/desk.ts'
import { DoorList } from '../hosting/DoorList.tsx'
import { PersonMenu } from '../hosting/PersonMenu.tsx'
import { useVerifyTexts } from '../verify/texts/use-verify-texts.ts'
import { groundOf, initialsOf } from '../stage/initials.ts'
import './participants-panel.css'

interface Listed {
  id: string
  isHost: boolean
  name: string
  label: string
  microphone: boolean
  camera: boolean
  screen: boolean
  hand: boolean
  verified: PersonView['verified']
}

/** Everybody in the call, oneself first. */
export function ParticipantsPanel(props: { view: MeetingView; local: LocalMediaView; desk: Desk }) {
  const texts = useTexts().call
  const { hosting, report } = useDoorTexts()
  const { view, local, desk } = props
  const named = (name: string) => (name === '' ? texts.nameless : name)
  const self: Listed = {
    ...view.self,
    microphone: local.microphone.on,
    camera: local.camera.on,
    screen: local.screen.on,
    id: 'self',
    isHost: view.self.role === 'host',
    name: named(view.self.name),
    label: texts.you(named(view.self.name)),
    verified: null,
  }
  return (
    <>
      {desk.isHost ? <DoorList desk={desk} knockers={view.door.knockers} /> : null}
      <p className="people-count">{texts.people(view.others.length + 1)}</p>
      <ul className="people">
        <Person person={self} menu={null} />
        {view.others.map((other) => {
          const name = named(other.name)
          const person = { ...other, name, label: name, isHost: other.role === 'host' }
          return <Person key={other.id} person={person} menu={<PersonMenu desk={desk} person={other} name={name} />} />
        })}
      </ul>
      <div className="people-end">
        <Button
          kind="quiet"
          icon={<Flag size={18} aria-hidden />}
          onPress={() => desk.open({ name: 'report', about: null })}
        >
          {report.open}
        </Button>
        {desk.isHost ? (
          <Button kind="quiet" icon={<DoorClosed size={18} aria-hidden />} onPress={() => desk.open({ name: 'end' })}>
            {hosting.endForAll}
          </Button>
        ) : null}
      </div>
    </>
  )
}

function Person({ person, menu }: { person: Listed; menu: ReactNode }) {
  const { call } = useTexts()
  const { hosting } = useDoorTexts()
  const verify = useVerifyTexts()
  return (
    <li className="person">
      <span className={`person-avatar avatar-${groundOf(person.name)}`} aria-hidden="true">
        {initialsOf(person.name)}
      </span>
      <span className="person-name">{person.label}</span>
      {person.isHost ? <span className="person-tag">{hosting.host}</span> : null}
      {person.hand ? (
        <span className="person-hand">
          <Sign icon={<Hand size={16} aria-hidden />} text={call.handRaised} />
        </span>
      ) : null}
      {person.verified === 'known' ? <Sign icon={<BadgeCheck size={18} aria-hidden />} text={verify.known} /> : null}
      {person.verified === 'changed' ? (
        <Sign icon={<ShieldAlert size={18} aria-hidden />} text={verify.changed} />
      ) : null}
      {person.screen ? <Sign icon={<MonitorUp size={18} aria-hidden />} text={call.screenOf(person.name)} /> : null}
      <Sign
        icon={person.microphone ? <Mic size={18} aria-hidden /> : <MicOff size={18} aria-hidden />}
        text={person.microphone ? '' : call.muted}
      />
      <Sign
        icon={person.camera ? <Video size={18} aria-hidden /> : <VideoOff size={18} aria-hidden />}
        text={person.camera ? '' : call.cameraOff}
      />
      {menu}
    </li>
  )
}

function Sign(props: { icon: ReactNode; text: string }) {
  return (
    <span className="person-sign">
      {props.icon}
      {props.text === '' ? null : <span className="visually-hidden">{props.text}</span>}
    </span>
  )
}
