import type { RoomDoor, RoomSize } from '@samtale/protocol'
import { newId } from '../../platform/ids.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import type { ActName } from '../audit/index.ts'
import { endInvitations } from './members/members.ts'
import type { NameProblem } from './names.ts'
import { nameStore } from './name-store.ts'
import { nameCell, openRooms, type OpenedRoom } from './opened.ts'
import type { RoomParts, Transaction } from './parts.ts'
import { roomStore } from './room-store.ts'
import { roomCategory, type Owner } from './tables.ts'

export interface NewRoom {
  /** The account's or the organisation's record. */
  readonly record: string
  readonly owner: Owner
  readonly name: string
  /** Of its link, where it was made along with it. */
  readonly tag: string | null
}

/** What a room's own people may change. */
export interface RoomSettings {
  readonly door: RoomDoor
  readonly size: RoomSize
  readonly hidesAddresses: boolean
  readonly endsAt: Date | null
}

export type Made =
  { readonly ok: true; readonly name: string } | { readonly ok: false; readonly problem: NameProblem | 'too-many' }

type Owned = Pick<OpenedRoom, 'id' | 'record' | 'owner' | 'name'>

/** Runs what is done to a room in one transaction, and writes it down in its organisation's log. False: nothing was done. */
type Together = (
  done: { room: Owned; by: string; what: ActName },
  run: (transaction: Transaction) => Promise<boolean>,
) => Promise<boolean>

function createTogether({ database, audit }: RoomParts): Together {
  return async ({ room, by, what }, run) => {
    const about = { kind: 'room', id: room.id }
    const isLogged = room.owner === 'organisation' && audit !== null
    const act = isLogged ? await audit.prepare({ organisation: room.record, by, what, about, detail: room.name }) : null
    return database.transaction(async (transaction) => {
      if (!(await run(transaction))) return false
      if (act !== null) await audit?.note(transaction, act)
      return true
    })
  }
}

/**
 * What hosts do to a room. What is done to an organisation's stands in its log, with who did it.
 * @param changed is told of each name whose rules are others now
 */
export function createChanges(parts: RoomParts, changed: (name: string) => void) {
  const { clock } = parts
  const together = createTogether(parts)
  return {
    make: createMaking(parts, together, changed),
    rename: createRenaming(parts, together, changed),

    change: async (room: OpenedRoom, by: string, { hidesAddresses, endsAt, ...rules }: RoomSettings): Promise<void> => {
      await together({ room, by, what: 'room.changed' }, (transaction) =>
        roomStore(transaction).change(room.id, {
          ...rules,
          hides_addresses: hidesAddresses,
          ends_at: endsAt,
          updated_at: clock.now(),
        }),
      )
      changed(room.name)
    },

    /** From now on only who comes by this link gets in; with `null` the bare name opens the room. */
    setLink: async (room: OpenedRoom, by: string, tag: string | null): Promise<void> => {
      const link_index = tag === null ? null : linkIndex(parts, tag)
      await together({ room, by, what: 'room.link-renewed' }, (transaction) =>
        roomStore(transaction).change(room.id, { link_index, updated_at: clock.now() }),
      )
      changed(room.name)
    },

    /** Gone at once: its address answers 410, and nobody else gets it for a year. */
    remove: async (room: OpenedRoom, by: string): Promise<void> => {
      let ended: readonly string[] | null = null
      await together({ room, by, what: 'room.deleted' }, async (transaction) => {
        ended = await empty(parts, transaction, [room.id])
        return ended !== null
      })
      await parts.members?.records.settle(ended ?? [])
      changed(room.name)
    },

    /** All rooms of an account at once, some in each transaction: they are in nobody’s log. */
    removeAllOf: async (account: string): Promise<void> => {
      for (;;) {
        const some = await roomStore(parts.database).page([account], { from: 0, most: removedAtOnce })
        if (some.length === 0) return
        const ids = some.map(({ id }) => id)
        const rooms = await openRooms(parts, some)
        const ended = await parts.database.transaction((transaction) => empty(parts, transaction, ids))
        await parts.members?.records.settle(ended ?? [])
        for (const { name } of rooms) changed(name)
        if (ended === null) return
      }
    },
  }
}

const removedAtOnce = 50

/** Takes from rooms what they are; null where they are there no more. Gives records to be settled after the transaction. */
async function empty(parts: RoomParts, transaction: Transaction, ids: readonly string[]): Promise<string[] | null> {
  const now = parts.clock.now()
  await nameStore(transaction).release(ids, now)
  if (!(await roomStore(transaction).empty(ids, now))) return null
  const ended: string[] = []
  for (const id of ids) ended.push(...(await endInvitations(parts, transaction, id)))
  return ended
}

/** Makes rooms. Of two who take one name at the same moment the database lets one have it. */
function createMaking(parts: RoomParts, together: Together, changed: (name: string) => void) {
  const { database, seals, clock } = parts
  return async ({ record, owner, name: input, tag }: NewRoom, by = record): Promise<Made> => {
    const checked = parts.checkName(input)
    if (!checked.ok) return checked
    if ((await roomStore(database).count([record])) >= parts.mostRooms[owner]) return { ok: false, problem: 'too-many' }
    const { name } = checked
    const now = clock.now()
    const id = newId(now)
    const hash = seals.index(roomCategory, name)
    const sealer = await seals.forSealing([record], [roomCategory])
    const row = {
      ...{ id, record_id: record, owner, name: sealer.seal(nameCell(record), name), name_index: hash },
      door: 'link',
      size: parts.largeAllowed ? 'large' : 'small',
      hides_addresses: false,
      link_index: tag === null ? null : linkIndex(parts, tag),
      ...{ created_at: now, updated_at: now, ends_at: null, suspended_at: null, deleted_at: null },
    } as const
    const isMade = await together({ room: { id, record, owner, name }, by, what: 'room.made' }, async (transaction) => {
      if (!(await nameStore(transaction).take(hash, id, now))) return false
      await roomStore(transaction).add(row)
      return true
    })
    if (isMade) changed(name)
    return isMade ? { ok: true, name } : { ok: false, problem: 'taken' }
  }
}

/**
 * Renames rooms. The old name stays taken, and only this room can have it back. A link is made of the name, too: without
 * the tag of a new one nobody gets in by a link until one is made.
 */
function createRenaming(parts: RoomParts, together: Together, changed: (name: string) => void) {
  const { seals, clock } = parts
  return async (room: OpenedRoom, by: string, input: string, tag: string | null): Promise<Made> => {
    const checked = parts.checkName(input)
    if (!checked.ok) return checked
    const { name } = checked
    const now = clock.now()
    const hash = seals.index(roomCategory, name)
    const sealer = await seals.forSealing([room.record], [roomCategory])
    const sealed = sealer.seal(nameCell(room.record), name)
    const made = tag ?? (room.hasLink ? `none ${newId(now)}` : null)
    const link = made === null ? {} : { link_index: linkIndex(parts, made) }
    const isTaken = await together({ room: { ...room, name }, by, what: 'room.renamed' }, async (transaction) => {
      const names = nameStore(transaction)
      if (!(await names.take(hash, room.id, now))) return false
      await names.release([room.id], now, hash)
      return roomStore(transaction).change(room.id, { name: sealed, name_index: hash, updated_at: now, ...link })
    })
    if (!isTaken) return { ok: false, problem: 'taken' }
    changed(room.name)
    changed(name)
    return { ok: true, name }
  }
}

/** Keyed hash of a link's tag. */
export function linkIndex({ seals }: Pick<RoomParts, 'seals'>, tag: string): BlindIndex {
  return seals.index(roomCategory, `link ${tag}`)
}
