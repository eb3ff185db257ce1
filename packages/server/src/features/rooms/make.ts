import { newId } from '../../platform/ids.ts'
import type { NameProblem } from './names.ts'
import { nameCell } from './opened.ts'
import { nameStore } from './name-store.ts'
import type { RoomParts } from './parts.ts'
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

export type Made =
  { readonly ok: true; readonly name: string } | { readonly ok: false; readonly problem: NameProblem | 'too-many' }

/** Makes a room. Of two that take one name at the same moment the database lets one have it. */
export async function makeRoom(parts: RoomParts, { record, owner, name: input, tag }: NewRoom): Promise<Made> {
  const { database, seals, clock } = parts
  const checked = parts.checkName(input)
  if (!checked.ok) return checked
  if ((await roomStore(database).count([record])) >= parts.mostRooms[owner]) return { ok: false, problem: 'too-many' }
  const { name } = checked
  const now = clock.now()
  const id = newId(now)
  const hash = seals.index(roomCategory, name)
  const sealer = await seals.forSealing([record], [roomCategory])
  const row = {
    id,
    record_id: record,
    owner,
    name: sealer.seal(nameCell(record), name),
    name_index: hash,
    door: 'link',
    size: parts.largeAllowed ? 'large' : 'small',
    link_index: tag === null ? null : linkIndex(parts, tag),
    created_at: now,
    updated_at: now,
    ends_at: null,
    suspended_at: null,
    deleted_at: null,
  } as const
  const isMade = await database.transaction(async (transaction) => {
    if (!(await nameStore(transaction).take(hash, id, now))) return false
    await roomStore(transaction).add(row)
    return true
  })
  return isMade ? { ok: true, name } : { ok: false, problem: 'taken' }
}

/** Gives a room another name. The old one stays taken, and only this room can have it back. */
export async function renameRoom(
  parts: RoomParts,
  room: { readonly id: string; readonly record: string },
  input: string,
  tag: string | null,
): Promise<Made> {
  const { database, seals, clock } = parts
  const checked = parts.checkName(input)
  if (!checked.ok) return checked
  const { name } = checked
  const now = clock.now()
  const hash = seals.index(roomCategory, name)
  const sealer = await seals.forSealing([room.record], [roomCategory])
  const sealed = sealer.seal(nameCell(room.record), name)
  const isTaken = await database.transaction(async (transaction) => {
    const names = nameStore(transaction)
    if (!(await names.take(hash, room.id, now))) return false
    await names.release([room.id], now, hash)
    await roomStore(transaction).change(room.id, {
      name: sealed,
      name_index: hash,
      updated_at: now,
      // A link is made of the name, too: the old one leads nowhere any more.
      ...(tag === null ? {} : { link_index: linkIndex(parts, tag) }),
    })
    return true
  })
  return isTaken ? { ok: true, name } : { ok: false, problem: 'taken' }
}

/** Keyed hash of a link's tag. */
export function linkIndex({ seals }: Pick<RoomParts, 'seals'>, tag: string) {
  return seals.index(roomCategory, `link ${tag}`)
}
