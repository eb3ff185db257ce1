import { canonicalRoomName, type RoomDoor, type RoomRole, type RoomSize } from '@samtale/protocol'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import { createBrands } from './brands.ts'
import { createClaims } from './claims.ts'
import { createDays } from './days.ts'
import { listRooms, type RoomList } from './list.ts'
import { at, lookUp } from './look-up.ts'
import { linkIndex, makeRoom, renameRoom, type Made, type NewRoom } from './make.ts'
import { nameStore } from './name-store.ts'
import { openRooms, type OpenedRoom } from './opened.ts'
import type { RoomParts } from './parts.ts'
import { roleIn } from './roles.ts'
import { roomStore } from './room-store.ts'
import { unowned, type RoomClaim, type RoomRules } from './rules.ts'
import { createRulesCache } from './rules-cache.ts'

export interface RoomOptions extends RoomParts {
  /** Of which claims number people who are signed in, 32 bytes. */
  readonly secret: Buffer
}

/** What a room's own people may change. */
export interface RoomSettings {
  readonly door: RoomDoor
  readonly size: RoomSize
  readonly endsAt: Date | null
}

/** Somebody's claim, and what it says. */
export interface GivenClaim {
  readonly claim: string | null
  readonly role: RoomRole
}

export type Rooms = ReturnType<typeof createRooms>

/** Rooms that people make, and what holds in them. */
export function createRooms(options: RoomOptions) {
  const { clock, database, memberships } = options
  const claims = createClaims(options)
  const cache = createRulesCache(clock, async (name) => (await lookUp(options, name)).rules)
  const listeners = new Set<(room: string) => void>()
  const changed = (room: string): void => {
    cache.forget(room)
    for (const tell of listeners) tell(room)
  }
  const roomOf = async (name: string) => (canonical(name) === null ? null : (await lookUp(options, name)).room)

  return {
    /** What holds for a room at this moment. Remembered for some seconds; a name that is none is nobody’s. */
    rulesOf: async (room: string): Promise<RoomRules> =>
      canonical(room) === null ? unowned : at(await cache.get(room), clock.now()),

    /** For who asks, signed in or not. None in a room that nobody owns. */
    claimFor: async (name: string, account: string | null): Promise<GivenClaim> => {
      const room = await roomOf(name)
      if (room === null) return { claim: null, role: 'guest' }
      const role = await roleIn(options, room, account)
      return { claim: claims.make(room.id, role, account), role }
    },

    /** Null where a claim doesn't count in this room. */
    readClaim: (claim: string | null, rules: Pick<RoomRules, 'id'>): RoomClaim | null => claims.read(claim, rules.id),

    /** Keyed hash of a link's tag, as the rules have it. */
    linkTagOf: (tag: string | null): BlindIndex | null => (tag === null ? null : linkIndex(options, tag)),

    /** Told of each room whose rules changed here; returns how to hear no more. */
    onChange: (listener: (room: string) => void): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    hosts: async (account: string, name: string): Promise<boolean> => {
      const room = await roomOf(name)
      return room !== null && (await roleIn(options, room, account)) === 'host'
    },

    /** A room as its hosts see it. */
    open: async (name: string): Promise<OpenedRoom | null> => {
      const room = await roomOf(name)
      return room === null ? null : ((await openRooms(options, [room]))[0] ?? null)
    },

    /** Rooms that somebody hosts: their own, and those of organisations where they are at least a host. */
    list: async (account: string, asked: { page: number; search: string }): Promise<RoomList> => {
      const hosted = (await memberships.of(account)).filter(({ role }) => role !== 'member')
      return listRooms(options, [account, ...hosted.map(({ organisation }) => organisation)], asked)
    },

    make: async (room: NewRoom): Promise<Made> => {
      const made = await makeRoom(options, room)
      if (made.ok) changed(made.name)
      return made
    },

    /** The link goes with the name; without a tag of a new one nobody gets in by a link until one is made. */
    rename: async (room: OpenedRoom, name: string, tag: string | null): Promise<Made> => {
      const dead = room.hasLink ? `none ${room.id} ${clock.now().getTime()}` : null
      const made = await renameRoom(options, room, name, tag ?? dead)
      if (made.ok) {
        changed(room.name)
        changed(made.name)
      }
      return made
    },

    change: async (room: OpenedRoom, { door, size, endsAt }: RoomSettings): Promise<void> => {
      const now = clock.now()
      await roomStore(database).change(room.id, { door, size, ends_at: endsAt, updated_at: now })
      changed(room.name)
    },

    /** From now on only who comes by this link gets in; with `null` the bare name opens the room. */
    setLink: async (room: OpenedRoom, tag: string | null): Promise<void> => {
      const link_index = tag === null ? null : linkIndex(options, tag)
      await roomStore(database).change(room.id, { link_index, updated_at: clock.now() })
      changed(room.name)
    },

    /** Makes a small room large, as one of its hosts in it; false where rooms are small here. */
    enlarge: async (name: string): Promise<boolean> => {
      const room = options.largeAllowed ? await roomOf(name) : null
      if (room === null) return false
      await roomStore(database).change(room.id, { size: 'large', updated_at: clock.now() })
      changed(name)
      return true
    },

    /** Gone at once: its address answers 410, and nobody else gets it for a year. */
    remove: async (room: OpenedRoom): Promise<void> => {
      const now = clock.now()
      await database.transaction(async (transaction) => {
        await nameStore(transaction).release([room.id], now)
        await roomStore(transaction).change(room.id, {
          deleted_at: now,
          name: null,
          name_index: null,
          link_index: null,
        })
      })
      changed(room.name)
    },

    /** The operator closes a room, or opens it again. False where there is none. */
    suspend: async (name: string, isSuspended: boolean): Promise<boolean> => {
      const room = await roomOf(name)
      if (room === null) return false
      await roomStore(database).change(room.id, { suspended_at: isSuspended ? clock.now() : null })
      changed(name)
      return true
    },

    largeAllowed: options.largeAllowed,
    memberships,
    checkName: options.checkName,
    brands: createBrands(options, (room) => (room === null ? cache.clear() : changed(room))),
    ...createDays(options),
  }
}

function canonical(name: string): string | null {
  const made = canonicalRoomName(name)
  return made.ok && made.name === name ? name : null
}
