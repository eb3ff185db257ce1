import { cleanDisplayName, type Knocker, type ServerEvent } from '@samtale/protocol'
import type { Envelopes } from '../sealing/envelopes.ts'
import type { KnockerSeen } from './door-state.ts'
import type { MeetingAction } from './state.ts'

/** What the door and the hosts' doings mean for the state; null for events of another kind. */
export async function doorAction(event: ServerEvent, envelopes: Envelopes): Promise<MeetingAction | null> {
  switch (event.type) {
    case 'role.changed':
      return { type: 'role', id: event.participantId, role: event.role }
    case 'room.locked':
      return { type: 'door.locked', locked: event.locked }
    case 'room.full-small':
      return { type: 'small-full', full: true }
    case 'knocker.came':
      return { type: 'knocker.came', knocker: await knockerSeen(event.knocker, envelopes) }
    case 'knocker.held':
      return { type: 'knocker.held', id: event.knockId }
    case 'knocker.left':
      return { type: 'knocker.left', id: event.knockId }
    case 'knock.held':
      return { type: 'knock.held', message: await opened(envelopes, 'hold', event.message) }
    case 'knock.host':
      return { type: 'knock.host', present: event.present }
    default:
      return null
  }
}

/** Who knocks, as far as they can be read: somebody without the link's secret has no name here. */
export async function knockerSeen(knocker: Knocker, envelopes: Envelopes): Promise<KnockerSeen> {
  const said = await envelopes.open('knocker', knocker.state)
  return {
    id: knocker.id,
    name: cleanDisplayName(said?.name ?? ''),
    message: await opened(envelopes, 'knock', knocker.message),
    held: knocker.held,
    member: said?.member ?? null,
  }
}

async function opened(envelopes: Envelopes, kind: 'knock' | 'hold', envelope: string | undefined) {
  return envelope === undefined ? null : ((await envelopes.open(kind, envelope))?.text ?? null)
}
