import { limits, type ErrorCode } from '@samtale/protocol'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import type { RoomClaim, RoomRules } from './rules.ts'

/** Somebody at a room's door. */
export interface Arrival {
  /** What they may do here; null where they showed nothing that counts. */
  readonly claim: RoomClaim | null
  /** Keyed hash of the tag of the link that they came by; null where they came by the bare name. */
  readonly linkTag: BlindIndex | null
  /** How many are in the room already. */
  readonly people: number
  /** Somebody inside locked the meeting, or (in place of the room's own setting) opened it. */
  readonly locked?: boolean
}

/** What becomes of somebody at the door: they go in, they knock, or they hear why not. */
export type Admission = 'in' | 'knock' | Extract<ErrorCode, `room.${string}`>

/**
 * The room's one policy: who comes in, under which rules. The meeting adds who was blocked, and how many fit in a large
 * room. Whoever asks about a room learns of a link that is old, and of nothing else, before they may be there.
 */
export function admission(rules: RoomRules, { claim, linkTag, people, locked }: Arrival): Admission {
  const closed = closedBecause(rules)
  if (closed !== null) return closed
  const own = claim !== null && claim.room === rules.id ? claim.role : 'guest'
  const wrongLink = linkRefused(rules, linkTag)
  if (wrongLink !== null) return wrongLink
  if (rules.door === 'members' && own === 'guest') return 'room.members-only'
  if (rules.size === 'small' && people >= limits.directPeople) return 'room.full-small'
  return own !== 'host' && (locked ?? rules.door === 'knock') ? 'knock' : 'in'
}

/** Why a link, or the bare name, leads into a room no longer; null where it does. */
export function linkRefused(
  { id, linkTag }: RoomRules,
  shown: BlindIndex | null,
): 'room.link-needed' | 'room.link-old' | null {
  if (id === null || linkTag === shown) return null
  return shown === null ? 'room.link-needed' : 'room.link-old'
}

/** Why nobody comes into a room, and why a meeting in it ends; null while it is open. */
export function closedBecause({ status }: Pick<RoomRules, 'status'>): Extract<Admission, ErrorCode> | null {
  return status === 'open' || status === 'unowned' ? null : closings[status]
}

const closings = { gone: 'room.gone', ended: 'room.ended', suspended: 'room.suspended' } as const
