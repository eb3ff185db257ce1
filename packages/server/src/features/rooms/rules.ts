import type { RoomBrand, RoomDoor, RoomRole, RoomSize, RoomStatus } from '@samtale/protocol'
import type { BlindIndex } from '../../platform/seals/sealed.ts'

/** What holds for a room at this moment. */
export interface RoomRules {
  /** Random number of the room; null where nobody owns one of this name. */
  readonly id: string | null
  readonly status: RoomStatus
  readonly door: RoomDoor
  readonly size: RoomSize
  /** Keyed hash of the tag of its link; null where it is opened by its bare name. */
  readonly linkTag: BlindIndex | null
  /** When a room for one time ends. */
  readonly endsAt: Date | null
  /** Nobody in it learns another's network address. */
  readonly hidesAddresses: boolean
  readonly brand: RoomBrand | null
}

/** What somebody may do in a room, as their claim says; nothing in it tells who they are. */
export interface RoomClaim {
  /** The room's random number. */
  readonly room: string
  readonly role: RoomRole
  /** Tells one visitor from another in this room; whose number it is can't be made of it. */
  readonly visitor: string
  /** They are signed in: their number in this room is the same whenever they come. Else it is made anew with each claim. */
  readonly known: boolean
}

/** A room that nobody owns: whoever opens it is in it. */
export const unowned: RoomRules = {
  id: null,
  status: 'unowned',
  door: 'link',
  size: 'large',
  linkTag: null,
  endsAt: null,
  hidesAddresses: false,
  brand: null,
}
