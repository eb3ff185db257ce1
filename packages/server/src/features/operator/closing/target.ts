import { reveal } from '../../../platform/personal.ts'
import type { TargetKind } from '../../suspension/index.ts'
import type { ClosingParts } from './parts.ts'

/** What can be closed, by what it is called. */
export interface Target {
  readonly kind: TargetKind
  readonly id: string
  readonly name: string
}

/** Null where there is no such thing. */
export async function findTarget(closing: ClosingParts, kind: string, id: string): Promise<Target | null> {
  switch (kind) {
    case 'account': {
      const seen = await closing.see(id)
      return seen === null ? null : { kind, id, name: seen.login }
    }
    case 'organisation': {
      const seen = (await closing.organisations?.see(id)) ?? null
      return seen === null ? null : { kind, id, name: reveal(seen.name) }
    }
    case 'room': {
      const room = await closing.roomAt(id)
      return room === null ? null : { kind, id: room.name, name: room.name }
    }
    default:
      return null
  }
}
