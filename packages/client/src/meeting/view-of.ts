import { cleanDisplayName, signallingPath } from '@samtale/protocol'
import type { OwnEncryption } from '../media/meeting-media.ts'
import type { MeetingState } from './state.ts'
import type { DoorView, EncryptionView, PathView, Phase } from './view.ts'

/** What a page is told of the connection. */
export function phaseOf({ connection, left, selfId, door }: MeetingState): Phase {
  switch (connection.name) {
    case 'closed':
      return { name: 'outside', left }
    case 'knocking': {
      const { held, hostMessage, hostPresent } = door
      return { name: 'knocking', held, hostMessage, hostPresent }
    }
    case 'joined':
      return selfId === null ? { name: 'joining' } : { name: 'joined' }
    default:
      return connection
  }
}

export function doorOf({ door, group }: MeetingState): DoorView {
  const { smallFull, notice } = door
  const atDoor = door.knockers.map(({ id, name, message, held }) => ({ id, name, message, held, isInside: false }))
  // Those whom the server let in, and no host.
  const inside = group.waiting.map(({ participantId, name }) => {
    return { id: participantId, name: cleanDisplayName(name), message: null, held: false, isInside: true }
  })
  return {
    locked: door.locked || group.locked,
    sealed: group.locked,
    knockers: [...atDoor, ...inside],
    smallFull,
    notice,
  }
}

/** How one's own media is protected: where anything is missing nothing is published. */
export function encryptionOf({ group }: MeetingState, own: OwnEncryption): EncryptionView {
  if (own.state === 'failed') return { state: 'off', why: own.why === 'unsupported' ? 'unsupported' : 'worker' }
  if (group.late) return { state: 'off', why: 'group' }
  return { state: group.isIn && own.state === 'ready' ? 'on' : 'starting', why: null }
}

export function pathOf({ path }: MeetingState): PathView {
  return path === null ? 'none' : path.mode
}

/** Whether a part of a view is the same as before: lists by identity, plain objects by what they hold. */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  const plain = [a, b].every((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  return plain && JSON.stringify(a) === JSON.stringify(b)
}

export function signallingUrl(): string {
  const { protocol, host } = globalThis.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${signallingPath}`
}
