import type { LocalMediaView, MeetingView } from '@samtale/client'
import { Hand, Mic, MicOff, MonitorUp, Video, VideoOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../../../texts/use-texts.ts'
import { groundOf, initialsOf } from '../stage/initials.ts'
import './participants-panel.css'

interface Listed {
  id: string
  name: string
  label: string
  microphone: boolean
  camera: boolean
  screen: boolean
  hand: boolean
}

/** Everybody in the call, oneself first. */
export function ParticipantsPanel(props: { view: MeetingView; local: LocalMediaView }) {
  const texts = useTexts().call
  const { view, local } = props
  const named = (name: string) => (name === '' ? texts.nameless : name)
  const self = {
    ...view.self,
    microphone: local.microphone.on,
    camera: local.camera.on,
    screen: local.screen.on,
    id: 'self',
    name: named(view.self.name),
    label: texts.you(named(view.self.name)),
  }
  const people: Listed[] = [
    self,
    ...view.others.map((person) => ({ ...person, name: named(person.name), label: named(person.name) })),
  ]
  return (
    <>
      <p className="people-count">{texts.people(people.length)}</p>
      <ul className="people">
        {people.map((person) => (
          <Person key={person.id} person={person} />
        ))}
      </ul>
    </>
  )
}

function Person({ person }: { person: Listed }) {
  const { call } = useTexts()
  return (
    <li className="person">
      <span className={`person-avatar avatar-${groundOf(person.name)}`} aria-hidden="true">
        {initialsOf(person.name)}
      </span>
      <span className="person-name">{person.label}</span>
      {person.hand ? (
        <span className="person-hand">
          <Sign icon={<Hand size={16} aria-hidden />} text={call.handRaised} />
        </span>
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
