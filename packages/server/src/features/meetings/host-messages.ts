import { Refusal, type Params, type StoppableSlot } from '@samtale/protocol'
import type { Doorkeeper } from './doorkeeper.ts'
import type { Stay } from './meetings.ts'
import type { Participant } from './participant.ts'
import { mayActOnPerson, mayActOnRoom, type PersonAct, type RoomAct } from './rights/meeting-rights.ts'

type Done = Record<string, never>
type ToPerson = Params<'host.mute'>

/** What hosts ask for (rules H2–H9). Each asks `rights/meeting-rights.ts` first. */
export function hostMessages(doorkeeper: Doorkeeper) {
  return {
    'room.lock': (stay: Stay) => toRoom(stay, 'lock', ({ meeting }) => meeting.door.setLocked(true)),
    'room.unlock': (stay: Stay) => toRoom(stay, 'unlock', ({ meeting }) => meeting.door.setLocked(false)),
    'room.enlarge': async (stay: Stay) => {
      refuse(mayActOnRoom(standing(stay), 'enlarge'))
      if (!(await doorkeeper.enlarge(stay.meeting.room, stay.participant.person))) throw new Refusal('host.refused')
      stay.meeting.facts.enlarged()
      return {}
    },
    'meeting.end': (stay: Stay) => toRoom(stay, 'end', ({ meeting }) => meeting.close('meeting.ended')),
    'knock.admit': (stay: Stay, { knockId }: Params<'knock.admit'>) =>
      toRoom(stay, 'answer-knock', ({ meeting }) => meeting.door.admit(knockId)),
    'knock.hold': (stay: Stay, { knockId, message }: Params<'knock.hold'>) =>
      toRoom(stay, 'answer-knock', ({ meeting }) => meeting.door.hold(knockId, message)),
    'knock.reject': (stay: Stay, { knockId }: Params<'knock.reject'>) =>
      toRoom(stay, 'answer-knock', ({ meeting }) => meeting.door.reject(knockId)),
    'host.promote': (stay: Stay, to: ToPerson) => toPerson(stay, 'promote', to, promote),
    'host.mute': (stay: Stay, to: ToPerson) => toPerson(stay, 'mute', to, stop('microphone')),
    'host.camera-off': (stay: Stay, to: ToPerson) => toPerson(stay, 'camera-off', to, stop('camera')),
    'host.ask-unmute': (stay: Stay, to: ToPerson) => toPerson(stay, 'ask-unmute', to, askUnmute),
    'host.remove': (stay: Stay, to: ToPerson) =>
      toPerson(stay, 'remove', to, ({ meeting }, target) => meeting.expel(target, 'host.removed')),
    'host.block': (stay: Stay, to: ToPerson) =>
      toPerson(stay, 'block', to, ({ meeting }, target) => meeting.expel(target, 'host.blocked')),
    'media.resume': ({ meeting, participant }: Stay, { slot }: Params<'media.resume'>): Done => {
      if (participant.stopped.delete(slot))
        meeting.announce({ type: 'media.resumed', participantId: participant.id, slot })
      return {}
    },
  }
}

function toRoom(stay: Stay, act: RoomAct, carryOut: (stay: Stay) => void): Done {
  refuse(mayActOnRoom(standing(stay), act))
  carryOut(stay)
  return {}
}

async function toPerson(
  stay: Stay,
  act: PersonAct,
  { participantId }: ToPerson,
  carryOut: (stay: Stay, target: Participant) => void | Promise<void>,
): Promise<Done> {
  const { meeting, participant } = stay
  // Whether somebody is there is learnt by hosts only.
  refuse(mayActOnRoom(standing(stay), 'lock'))
  const target = meeting.participant(participantId)
  refuse(mayActOnPerson(standing(stay), act, target === participant ? 'self' : meeting.hosts.standingOf(target)))
  await carryOut(stay, target)
  return {}
}

function promote({ meeting }: Stay, target: Participant): void {
  target.promoted = true
  meeting.admissions.promote(target.admissionHash)
  meeting.hosts.review()
  meeting.door.reviewHosts()
}

function stop(slot: StoppableSlot) {
  return async ({ meeting, participant: by }: Stay, target: Participant): Promise<void> => {
    target.stopped.add(slot)
    meeting.announce({ type: 'media.stopped', participantId: target.id, slot, by: by.id })
    await target.media?.pauseSlot(slot)
  }
}

function askUnmute({ participant: by }: Stay, target: Participant): void {
  target.outbox.post({ type: 'unmute.asked', by: by.id })
}

function standing({ meeting, participant }: Stay) {
  return meeting.hosts.standingOf(participant)
}

function refuse(ruling: ReturnType<typeof mayActOnRoom>): void {
  if (ruling !== 'allowed') throw new Refusal(ruling)
}
