import { cleanDisplayName, type Participant, type ServerEvent, type StoppableSlot } from '@samtale/protocol'
import type { MeetingMedia } from '../media/meeting-media.ts'
import type { Envelopes } from '../sealing/envelopes.ts'
import { doorAction } from './door-events.ts'
import { stoppedWord } from './door-state.ts'
import { nameOf } from './group-state.ts'
import type { MeetingAction, MeetingState, OtherState } from './state.ts'

/** What the server's events act upon. */
export interface EventTargets {
  apply(action: MeetingAction): void
  state(): MeetingState
  media: MeetingMedia
  /** A host stopped it. */
  stopOwn(slot: StoppableSlot): void
  envelopes: Promise<Envelopes>
}

/** What the server tells of the meeting; the group's events are taken before. */
export async function takeServerEvent(event: ServerEvent, { apply, media, ...rest }: EventTargets): Promise<void> {
  switch (event.type) {
    case 'participant.joined': {
      const [id, other] = otherOf(event.participant)
      apply({ type: 'person.joined', id, other })
      return media.participantJoined(id)
    }
    case 'participant.left':
      media.participantLeft(event.participantId)
      return apply({ type: 'person.left', id: event.participantId })
    case 'path.changed':
      apply({ type: 'path', path: event.path })
      return media.pathChanged(event.path)
    case 'published':
      return media.published(event.publication)
    case 'unpublished':
      return media.unpublished(event.publicationId)
    case 'server.draining':
      return apply({ type: 'draining', seconds: event.endsInSeconds })
    default:
      return takeHostEvent(event, { apply, media, ...rest })
  }
}

async function takeHostEvent(event: ServerEvent, { apply, state, stopOwn, envelopes }: EventTargets): Promise<void> {
  switch (event.type) {
    case 'media.stopped': {
      const { participantId: id, slot, by } = event
      apply({ type: 'stopped', id, slot, stopped: true })
      if (id !== state().selfId) return
      stopOwn(slot)
      return apply({ type: 'host-did', did: stoppedWord(slot), by: shownName(state(), by) })
    }
    case 'media.resumed':
      return apply({ type: 'stopped', id: event.participantId, slot: event.slot, stopped: false })
    case 'unmute.asked':
      return apply({ type: 'host-did', did: 'asks-unmute', by: shownName(state(), event.by) })
    default: {
      const action = await doorAction(event, await envelopes)
      if (action !== null) apply(action)
    }
  }
}

export function otherOf({ id, role, stopped }: Participant): [string, OtherState] {
  return [id, { role, stopped }]
}

function shownName({ group }: MeetingState, participantId: string): string {
  const member = group.members.get(participantId)
  return member === undefined ? '' : cleanDisplayName(nameOf(group, member.id))
}
