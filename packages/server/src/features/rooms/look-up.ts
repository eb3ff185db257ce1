import { brandStore } from './brand-store.ts'
import { shownBrand } from './brand.ts'
import { nameStore } from './name-store.ts'
import type { RoomParts } from './parts.ts'
import { roomStore, type Room } from './room-store.ts'
import { unowned, type RoomRules } from './rules.ts'
import { roomCategory } from './tables.ts'

/** What the database has of a name: the room, and what holds for it. */
export interface Found {
  readonly room: Room | null
  readonly rules: RoomRules
}

/** Looks up a room by its canonical name. Whether one for one time has ended, the clock says. */
export async function lookUp(
  { database, seals, isOwnerClosed }: Pick<RoomParts, 'database' | 'seals' | 'isOwnerClosed'>,
  name: string,
): Promise<Found> {
  const hash = seals.index(roomCategory, name)
  const room = (await roomStore(database).find(hash)) ?? null
  if (room === null) {
    const taken = await nameStore(database).isTaken(hash)
    return { room, rules: taken ? { ...unowned, status: 'gone' } : unowned }
  }
  const brands = brandStore(database)
  const own = await brands.find(room.record_id, room.id)
  const inherited = await brands.find(room.record_id, null)
  const isClosed =
    room.suspended_at !== null || (room.owner === 'organisation' && ((await isOwnerClosed?.(room.record_id)) ?? false))
  return { room, rules: rulesFor(room, { brand: shownBrand(own, inherited), isClosed }) }
}

function rulesFor(room: Room, { brand, isClosed }: Pick<RoomRules, 'brand'> & { isClosed: boolean }): RoomRules {
  return {
    id: room.id,
    status: isClosed ? 'suspended' : 'open',
    door: room.door,
    size: room.size,
    hidesAddresses: room.hides_addresses,
    linkTag: room.link_index,
    endsAt: room.ends_at,
    brand,
  }
}

/** The same at a moment: a room for one time has ended, or hasn't. */
export function at(rules: RoomRules, now: Date): RoomRules {
  return rules.status === 'open' && rules.endsAt !== null && rules.endsAt <= now ? { ...rules, status: 'ended' } : rules
}
