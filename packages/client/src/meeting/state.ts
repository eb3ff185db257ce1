import type { MediaPath, Role, StoppableSlot } from '@samtale/protocol'
import type { ConnectionStatus } from '../connection/connection.ts'
import { atDoor, reduceDoor, type DoorAction, type DoorState } from './door-state.ts'
import { nameOf, noGroup, reduceGroup, type GroupAction, type GroupState } from './group-state.ts'
import type { ChatLine } from './view.ts'

/** Somebody else in the meeting, as the server says. What they say of themselves is the group's. */
export interface OtherState {
  role: Role
  stopped: readonly StoppableSlot[]
}

/** Everything about a meeting but media, as it follows from what arrived. Pure: one action in, one state out. */
export interface MeetingState {
  connection: ConnectionStatus
  /** Whether the person was in and left. */
  left: boolean
  selfId: string | null
  role: Role
  /** What a host stopped of one's own. */
  stopped: readonly StoppableSlot[]
  /** The others in the order they came. */
  others: ReadonlyMap<string, OtherState>
  path: MediaPath | null
  chat: readonly ChatLine[]
  drainingInSeconds: number | null
  door: DoorState
  group: GroupState
}

export type MeetingAction =
  | { type: 'connection'; status: ConnectionStatus }
  /** `goesOn`: the server forgot the meeting, and who isn't back yet is still there. */
  | { type: 'joined'; selfId: string; role: Role; others: [string, OtherState][]; path: MediaPath; goesOn: boolean }
  | { type: 'resumed' }
  | { type: 'person.joined'; id: string; other: OtherState }
  | { type: 'person.left'; id: string }
  | { type: 'role'; id: string; role: Role }
  | { type: 'stopped'; id: string; slot: StoppableSlot; stopped: boolean }
  | { type: 'path'; path: MediaPath }
  /** `from`: a member; empty for oneself. */
  | { type: 'chat'; from: string; text: string; at: number }
  | { type: 'draining'; seconds: number }
  | DoorAction
  | GroupAction

export const outside: MeetingState = {
  connection: { name: 'closed' },
  left: false,
  selfId: null,
  role: 'guest',
  stopped: [],
  others: new Map(),
  path: null,
  chat: [],
  drainingInSeconds: null,
  door: atDoor,
  group: noGroup,
}

/** Lines of chat kept on the page; older ones go. */
const keptLines = 1_000

export function reduce(state: MeetingState, action: MeetingAction): MeetingState {
  switch (action.type) {
    case 'connection':
      return connectionChanged(state, action.status)
    case 'joined':
      return {
        ...state,
        selfId: action.selfId,
        role: action.role,
        stopped: [],
        others: new Map([...(action.goesOn ? state.others : []), ...action.others]),
        path: action.path,
        drainingInSeconds: null,
      }
    case 'resumed':
      return { ...state, drainingInSeconds: null }
    case 'person.joined':
      return { ...state, others: new Map(state.others).set(action.id, action.other) }
    case 'person.left': {
      const others = new Map(state.others)
      others.delete(action.id)
      return { ...state, others }
    }
    case 'role':
      return action.id === state.selfId
        ? { ...state, role: action.role }
        : changed(state, action.id, { role: action.role })
    case 'stopped':
      return stopped(state, action)
    case 'path':
      return { ...state, path: action.path }
    case 'chat':
      return { ...state, chat: [...state.chat.slice(1 - keptLines), chatLine(state, action)] }
    case 'draining':
      return { ...state, drainingInSeconds: action.seconds }
    case 'group':
    case 'said':
    case 'safety':
    case 'came':
    case 'remembered':
    case 'group.late':
      return { ...state, group: reduceGroup(state.group, action) }
    default:
      return { ...state, door: reduceDoor(state.door, action) }
  }
}

/** Nobody appears by a word about them. */
function changed(state: MeetingState, id: string, part: Partial<OtherState>): MeetingState {
  const other = state.others.get(id)
  return other === undefined ? state : { ...state, others: new Map(state.others).set(id, { ...other, ...part }) }
}

function stopped(state: MeetingState, action: Extract<MeetingAction, { type: 'stopped' }>): MeetingState {
  const next = (before: readonly StoppableSlot[]) => {
    const rest = before.filter((slot) => slot !== action.slot)
    return action.stopped ? [...rest, action.slot] : rest
  }
  if (action.id === state.selfId) return { ...state, stopped: next(state.stopped) }
  return changed(state, action.id, { stopped: next(state.others.get(action.id)?.stopped ?? []) })
}

function chatLine(state: MeetingState, { from, text, at }: Extract<MeetingAction, { type: 'chat' }>): ChatLine {
  const key = (state.chat.at(-1)?.key ?? 0) + 1
  return { key, from: from === '' ? '' : nameOf(state.group, from), fromSelf: from === '', text, at }
}

function connectionChanged(state: MeetingState, status: ConnectionStatus): MeetingState {
  const { remembered } = state.group
  const away = { ...outside, group: { ...noGroup, remembered } }
  if (status.name === 'closed') return { ...away, left: state.selfId !== null }
  if (status.name === 'refused' || status.name === 'joining') return { ...away, connection: status }
  return { ...state, connection: status }
}
