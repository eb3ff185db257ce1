import type { Insertable, Selectable } from 'kysely'
import type { Purposes } from '../../platform/db/db.ts'
import type { BlindIndex } from '../../platform/seals/sealed.ts'
import { purpose, type OrganisationInvitationRow, type OrganisationTables } from './tables.ts'

export type StoredInvitation = Selectable<OrganisationInvitationRow>

/** Invitations. One that was used or withdrawn has lost its index before its row goes: nothing finds it. */
export function invitationStore(database: Purposes<OrganisationTables>) {
  const db = database.for(purpose)
  const open = (now: Date) =>
    db
      .selectFrom('organisation_invitation')
      .selectAll()
      .where('token_index', 'is not', null)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
  return {
    add: async (row: Insertable<OrganisationInvitationRow>): Promise<void> => {
      await db.insertInto('organisation_invitation').values(row).execute()
    },
    byToken: (token: BlindIndex, now: Date): Promise<StoredInvitation | undefined> =>
      open(now).where('token_index', '=', token).executeTakeFirst(),
    get: (organisation: string, id: string, now: Date): Promise<StoredInvitation | undefined> =>
      open(now).where('organisation_id', '=', organisation).where('record_id', '=', id).executeTakeFirst(),
    /** Of an address, also one that has lapsed and isn't deleted yet. */
    ofAddress: (organisation: string, address: BlindIndex): Promise<StoredInvitation | undefined> =>
      db
        .selectFrom('organisation_invitation')
        .selectAll()
        .where('organisation_id', '=', organisation)
        .where('address_index', '=', address)
        .executeTakeFirst(),
    /** Newest first. */
    page: (organisation: string, now: Date, offset: number, most: number): Promise<StoredInvitation[]> =>
      open(now)
        .where('organisation_id', '=', organisation)
        .orderBy('created_at', 'desc')
        .orderBy('record_id')
        .offset(offset)
        .limit(most)
        .execute(),
    count: async (organisation: string, now: Date): Promise<number> =>
      (await open(now).where('organisation_id', '=', organisation).select('record_id').execute()).length,
    recordsOf: async (organisation: string): Promise<string[]> => {
      const rows = await db
        .selectFrom('organisation_invitation')
        .select('record_id')
        .where('organisation_id', '=', organisation)
        .execute()
      return rows.map(({ record_id }) => record_id)
    },
    /** Takes one for good: false where somebody else did so first. */
    take: async (id: string, at: Date): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('organisation_invitation')
        .set({ used_at: at, token_index: null, address_index: null })
        .where('record_id', '=', id)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
