import type { MediaPath, SaidState } from '@samtale/protocol'
import type { ConnectionStatus } from '../connection/connection.ts'
import type { ChatLine } from './view.ts'

/** Everything about a meeting but media, as it follows from what arrived. Pure: one action in, one state out. */
export interface MeetingState {
  connection: ConnectionStatus
  /** Whether the person was in and left. */
  left: boolean
  selfId: string | null
  /** The others in the order they came; null where what they said of themselves can't be read. */
  others: ReadonlyMap<string, SaidState | null>
  path: MediaPath | null
  chat: readonly ChatLine[]
  drainingInSeconds: number | null
}

export type MeetingAction =
  | { type: 'connection'; status: ConnectionStatus }
  | { type: 'joined'; selfId: string; others: [string, SaidState | null][]; path: MediaPath }
  | { type: 'resumed' }
  | { type: 'person.joined'; id: string; said: SaidState | null }
  | { type: 'person.left'; id: string }
  | { type: 'person.said'; id: string; said: SaidState | null }
  | { type: 'path'; path: MediaPath }
  | { type: 'chat'; from: string; fromSelf: boolean; text: string; at: number }
  | { type: 'draining'; seconds: number }

export const outside: MeetingState = {
  connection: { name: 'closed' },
  left: false,
  selfId: null,
  others: new Map(),
  path: null,
  chat: [],
  drainingInSeconds: null,
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
        others: new Map(action.others),
        path: action.path,
        drainingInSeconds: null,
      }
    case 'resumed':
      return { ...state, drainingInSeconds: null }
    case 'person.joined':
      return { ...state, others: new Map(state.others).set(action.id, action.said) }
    case 'person.left': {
      const others = new Map(state.others)
      others.delete(action.id)
      return { ...state, others }
    }
    case 'person.said':
      // What can't be read changes nothing: a name once read stays.
      if (action.said === null || !state.others.has(action.id)) return state
      return { ...state, others: new Map(state.others).set(action.id, action.said) }
    case 'path':
      return { ...state, path: action.path }
    case 'chat': {
      const key = (state.chat.at(-1)?.key ?? 0) + 1
      const name = action.fromSelf ? '' : (state.others.get(action.from)?.name ?? '')
      const line: ChatLine = { key, from: name, fromSelf: action.fromSelf, text: action.text, at: action.at }
      return { ...state, chat: [...state.chat.slice(1 - keptLines), line] }
    }
    case 'draining':
      return { ...state, drainingInSeconds: action.seconds }
  }
}

function connectionChanged(state: MeetingState, status: ConnectionStatus): MeetingState {
  if (status.name === 'closed') return { ...outside, left: state.selfId !== null }
  if (status.name === 'refused') return { ...outside, connection: status }
  if (status.name === 'joining') return { ...outside, connection: status }
  return { ...state, connection: status }
}
