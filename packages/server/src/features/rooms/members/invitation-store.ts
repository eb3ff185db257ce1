import type { Insertable, Selectable } from 'kysely'
import type { Purposes } from '../../../platform/db/db.ts'
import type { BlindIndex } from '../../../platform/seals/sealed.ts'
import { purpose, type RoomInvitationRow, type RoomTables } from '../tables.ts'

export type StoredInvitation = Selectable<RoomInvitationRow>

/** Invitations to rooms. One that was used or withdrawn has lost its index before its row goes: nothing finds it. */
export function invitationStore(database: Purposes<RoomTables>) {
  const db = database.for(purpose)
  const all = () => db.selectFrom('room_invitation').selectAll()
  const open = (now: Date) =>
    all().where('token_index', 'is not', null).where('used_at', 'is', null).where('expires_at', '>', now)
  return {
    add: async (row: Insertable<RoomInvitationRow>): Promise<void> => {
      await db.insertInto('room_invitation').values(row).execute()
    },
    byToken: (token: BlindIndex, now: Date): Promise<StoredInvitation | undefined> =>
      open(now).where('token_index', '=', token).executeTakeFirst(),
    /** Newest first. */
    ofRoom: (room: string, now: Date): Promise<StoredInvitation[]> =>
      open(now).where('room_id', '=', room).orderBy('sent_at', 'desc').orderBy('record_id').execute(),
    get: (room: string, id: string, now: Date): Promise<StoredInvitation | undefined> =>
      open(now).where('room_id', '=', room).where('record_id', '=', id).executeTakeFirst(),
    /** Of an address, also one that has lapsed and isn't deleted yet. */
    ofAddress: (room: string, address: BlindIndex): Promise<StoredInvitation | undefined> =>
      all().where('room_id', '=', room).where('address_index', '=', address).executeTakeFirst(),
    recordsOf: async (room: string): Promise<string[]> =>
      (await all().where('room_id', '=', room).execute()).map(({ record_id }) => record_id),
    /** Takes one for good: false where somebody else did so first. */
    take: async (id: string, at: Date): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('room_invitation')
        .set({ used_at: at, token_index: null, address_index: null })
        .where('record_id', '=', id)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
