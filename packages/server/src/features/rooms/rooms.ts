import { canonicalRoomName, type RoomRole } from '@samtale/protocol'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import { createBrands } from './brands.ts'
import { createClaims } from './claims.ts'
import { createDays } from './days.ts'
import { listRooms, type RoomList } from './list.ts'
import { at, lookUp } from './look-up.ts'
import { createMembers } from './members/members.ts'
import { createChanges, linkIndex } from './changes.ts'
import { openRooms, type OpenedRoom } from './opened.ts'
import type { Membership, RoomParts } from './parts.ts'
import { oversight } from './oversight.ts'
import { accountsIn, roleIn } from './roles.ts'
import { roomStore, type Room } from './room-store.ts'
import { unowned, type RoomClaim, type RoomRules } from './rules.ts'
import { createRulesCache } from './rules-cache.ts'

export interface RoomOptions extends RoomParts {
  /** Of which claims number people who are signed in, 32 bytes. */
  readonly secret: Buffer
}

/** Somebody's claim, and what it says. */
export interface GivenClaim {
  readonly claim: string | null
  readonly role: RoomRole
}

export type Rooms = ReturnType<typeof createRooms>

/** Rooms that people make, and what holds in them. */
export function createRooms(options: RoomOptions) {
  const { clock, memberships, largeAllowed, checkName } = options
  const cache = createRulesCache(clock, async (name) => (await lookUp(options, name)).rules)
  const claims = createClaims(options)
  const listeners = new Set<(room: string) => void>()
  const changed = (room: string): void => {
    cache.forget(room)
    for (const tell of listeners) tell(room)
  }
  return {
    /** What holds for a room at this moment. Remembered for some seconds; a name that is none is nobody’s. */
    rulesOf: async (room: string): Promise<RoomRules> =>
      canonical(room) === null ? unowned : at(await cache.get(room), clock.now()),

    /** Told of each room whose rules changed here; returns how to hear no more. */
    onChange: (listener: (room: string) => void): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    ...{ largeAllowed, memberships, checkName },
    ...answers(options, claims),
    /** Whom owners let in by name; null while the policy in force has no such lists. */
    members: createMembers(options),
    ...createChanges(options, changed),
    ...closings(options, changed),
    ...oversight(options),
    /** Forgets what was known of rooms: their owners may be closed by now, or open again. */
    refresh: (): void => cache.clear(),
    ...createDays(options),
    brands: createBrands(options, (room) => (room === null ? cache.clear() : changed(room))),
  }
}

/** Who somebody is in a room, and what they see of rooms. */
function answers(options: RoomOptions, claims: ReturnType<typeof createClaims>) {
  const { memberships } = options
  return {
    /** For who asks, signed in or not. None in a room that nobody owns. */
    claimFor: async (name: string, account: string | null): Promise<GivenClaim> => {
      const room = await roomOf(options, name)
      if (room === null) return { claim: null, role: 'guest' }
      const role = await roleIn(options, room, account)
      return { claim: claims.make(room.id, role, account), role }
    },

    /** Null where a claim doesn't count in this room, or says more than whose it is is there by now. */
    readClaim: async (claim: string | null, rules: Pick<RoomRules, 'id'>): Promise<RoomClaim | null> => {
      const said = claims.read(claim, rules.id)
      return said !== null && (await stillHolds(options, claims, said)) ? said : null
    },

    /** Keyed hash of a link's tag, as the rules have it. */
    linkTagOf: (tag: string | null): BlindIndex | null => (tag === null ? null : linkIndex(options, tag)),

    hosts: async (account: string, name: string): Promise<boolean> => {
      const room = await roomOf(options, name)
      return room !== null && (await roleIn(options, room, account)) === 'host'
    },

    /** The organisation whose room it is; null for every other. */
    organisationOf: async (name: string): Promise<string | null> => {
      const room = await roomOf(options, name)
      return room?.owner === 'organisation' ? room.record_id : null
    },

    /** Organisations for which somebody may make rooms: none of those that are closed. */
    hostedBy: async (account: string): Promise<Membership[]> => {
      const hosted = (await memberships.of(account)).filter(({ role }) => role !== 'member')
      const closed = await Promise.all(
        hosted.map(async ({ organisation }) => (await options.isOwnerClosed?.(organisation)) ?? false),
      )
      return hosted.filter((_one, place) => closed[place] === false)
    },

    /** A room as its hosts see it. */
    open: async (name: string): Promise<OpenedRoom | null> => {
      const room = await roomOf(options, name)
      return room === null ? null : ((await openRooms(options, [room]))[0] ?? null)
    },

    /** Rooms that somebody hosts: their own, and those of organisations where they are at least a host. */
    list: async (account: string, asked: { page: number; search: string }): Promise<RoomList> => {
      const hosted = (await memberships.of(account)).filter(({ role }) => role !== 'member')
      return listRooms(options, [account, ...hosted.map(({ organisation }) => organisation)], asked)
    },
  }
}

/** A claim outlasts what it says: whoever was put out or closed since then is no more than a guest. */
async function stillHolds(
  options: RoomOptions,
  claims: Pick<ReturnType<typeof createClaims>, 'whoIs'>,
  said: RoomClaim,
): Promise<boolean> {
  if (said.role === 'guest') return true
  const [room] = await roomStore(options.database).some([said.room])
  if (room === undefined) return false
  const account = claims.whoIs(said, await accountsIn(options, room, said.role))
  return account !== null && !((await options.isAccountClosed?.(account)) ?? false)
}

/** What is done to a room from a meeting in it, or by the operator. */
function closings(options: RoomOptions, changed: (room: string) => void) {
  const { database, clock, largeAllowed } = options
  return {
    /** Makes a small room large, as one of its hosts in it; false where rooms are small here. */
    enlarge: async (name: string): Promise<boolean> => {
      const room = largeAllowed ? await roomOf(options, name) : null
      if (room === null) return false
      await roomStore(database).change(room.id, { size: 'large', updated_at: clock.now() })
      changed(name)
      return true
    },

    /** The operator closes a room, or opens it again. False where there is none. */
    suspend: async (name: string, isSuspended: boolean): Promise<boolean> => {
      const room = await roomOf(options, name)
      if (room === null) return false
      await roomStore(database).change(room.id, { suspended_at: isSuspended ? clock.now() : null })
      changed(name)
      return true
    },
  }
}

async function roomOf(options: RoomOptions, name: string): Promise<Room | null> {
  return canonical(name) === null ? null : (await lookUp(options, name)).room
}

function canonical(name: string): string | null {
  const made = canonicalRoomName(name)
  return made.ok && made.name === name ? name : null
}
