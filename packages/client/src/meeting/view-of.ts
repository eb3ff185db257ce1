import { signallingPath } from '@samtale/protocol'
import type { MeetingState } from './state.ts'
import type { DoorView, PathView, Phase } from './view.ts'

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

export function doorOf({ door: { locked, knockers, smallFull, notice } }: MeetingState): DoorView {
  return { locked, knockers, smallFull, notice }
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
