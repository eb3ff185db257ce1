import type { StoppableSlot } from '@samtale/protocol'
import type { HostNotice, KnockerView } from './view.ts'

/** Somebody at the door, with the key that they will come in with; null where it can't be read. */
export type KnockerSeen = Omit<KnockerView, 'isInside'> & { member: string | null }

/** What one sees of the door: from inside who waits, from outside how one's own knock stands. */
export interface DoorState {
  locked: boolean
  /** Who waits, longest first; hosts only. */
  knockers: readonly KnockerSeen[]
  /** Somebody found the room full: its owner could make it large. */
  smallFull: boolean
  /** What a host did to oneself, until it was read. */
  notice: HostNotice | null
  /** One's own knock. */
  held: boolean
  hostMessage: string | null
  hostPresent: boolean
}

export type DoorAction =
  | { type: 'door.inside'; locked: boolean; knockers: KnockerSeen[] }
  | { type: 'door.outside'; hostPresent: boolean }
  | { type: 'door.locked'; locked: boolean }
  | { type: 'knocker.came'; knocker: KnockerSeen }
  | { type: 'knocker.held'; id: string }
  | { type: 'knocker.left'; id: string }
  | { type: 'small-full'; full: boolean }
  | { type: 'host-did'; did: 'stopped-microphone' | 'stopped-camera' | 'asks-unmute'; by: string }
  | { type: 'notice.read' }
  | { type: 'knock.held'; message: string | null }
  | { type: 'knock.host'; present: boolean }

export const atDoor: DoorState = {
  locked: false,
  knockers: [],
  smallFull: false,
  notice: null,
  held: false,
  hostMessage: null,
  hostPresent: true,
}

export function reduceDoor(state: DoorState, action: DoorAction): DoorState {
  switch (action.type) {
    case 'door.inside':
      return { ...atDoor, locked: action.locked, knockers: action.knockers }
    case 'door.outside':
      return { ...atDoor, hostPresent: action.hostPresent }
    case 'door.locked':
      return { ...state, locked: action.locked }
    case 'knocker.came':
      return { ...state, knockers: [...without(state, action.knocker.id), action.knocker] }
    case 'knocker.held':
      return { ...state, knockers: state.knockers.map((one) => (one.id === action.id ? { ...one, held: true } : one)) }
    case 'knocker.left':
      return { ...state, knockers: without(state, action.id) }
    case 'small-full':
      return { ...state, smallFull: action.full }
    case 'host-did':
      return { ...state, notice: { did: action.did, by: action.by, key: (state.notice?.key ?? 0) + 1 } }
    case 'notice.read':
      return { ...state, notice: null }
    case 'knock.held':
      return { ...state, held: true, hostMessage: action.message }
    case 'knock.host':
      return { ...state, hostPresent: action.present }
  }
}

export function stoppedWord(slot: StoppableSlot): 'stopped-microphone' | 'stopped-camera' {
  return slot === 'microphone' ? 'stopped-microphone' : 'stopped-camera'
}

function without({ knockers }: DoorState, id: string): KnockerSeen[] {
  return knockers.filter((one) => one.id !== id)
}
