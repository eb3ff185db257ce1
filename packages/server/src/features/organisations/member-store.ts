import type { Insertable, Selectable } from 'kysely'
import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { Purposes } from '../../platform/db/db.ts'
import type { OrganisationRole } from '../../platform/http/routes.ts'
import { purpose, type OrganisationMemberRow, type OrganisationTables } from './tables.ts'

/** Somebody who is in an organisation. */
export interface StoredMember {
  readonly id: string
  readonly account: string
  readonly role: OrganisationRole
  readonly joinedAt: Date
}

/** Members. Whose account is restricted isn't seen, and may do nothing. */
export function memberStore(database: Purposes<OrganisationTables>) {
  const db = database.for(purpose)
  const live = () => db.selectFrom('organisation_member').selectAll().where('role', 'is not', null)
  const of = (organisation: string) => live().where('organisation_id', '=', organisation)
  const inOrder = (organisation: string) => of(organisation).orderBy('joined_at').orderBy('id')
  return {
    roleOf: async (account: string, organisation: string): Promise<OrganisationRole | null> => {
      const found = await of(organisation)
        .where('organisation_member.record_id', '=', account)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('organisation')
              .select('organisation.record_id')
              .whereRef('organisation.record_id', '=', 'organisation_member.organisation_id'),
          ),
        )
        .executeTakeFirst()
      return found?.role ?? null
    },
    ofAccount: async (account: string): Promise<{ organisation: string; role: OrganisationRole }[]> => {
      const rows = await live().where('record_id', '=', account).orderBy('joined_at').orderBy('id').execute()
      return rows.flatMap(({ organisation_id, role }) =>
        role === null ? [] : [{ organisation: organisation_id, role }],
      )
    },
    /** Those who have been there longest first. */
    page: async (organisation: string, offset: number, most: number): Promise<StoredMember[]> =>
      asMembers(await inOrder(organisation).offset(offset).limit(most).execute()),
    all: async (organisation: string): Promise<StoredMember[]> => asMembers(await inOrder(organisation).execute()),
    accountsOf: async (organisation: string, roles: readonly OrganisationRole[]): Promise<string[]> =>
      (await of(organisation).where('role', 'in', roles).execute()).map(({ record_id }) => record_id),
    count: (organisation: string, role?: OrganisationRole): Promise<number> => countOf(db, organisation, role),
    countsOf: (organisations: readonly string[]): Promise<Map<string, number>> => countsOf(db, organisations),
    find: async (organisation: string, account: string): Promise<StoredMember | null> =>
      asMembers(await of(organisation).where('record_id', '=', account).execute())[0] ?? null,
    ofRole: async (organisation: string, role: OrganisationRole): Promise<StoredMember[]> =>
      asMembers(await inOrder(organisation).where('role', '=', role).execute()),
    /** False where they are a member already, also one that may not be seen. */
    add: async (row: Insertable<OrganisationMemberRow>): Promise<boolean> => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('organisation_member')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    change: async (id: string, role: OrganisationRole): Promise<void> => {
      await db.updateTable('organisation_member').set({ role }).where('id', '=', id).execute()
    },
    /** Who left is a member no more, in the same moment; `storage` alone deletes. */
    remove: async (id: string): Promise<void> => {
      const storage = database.for(builtInPurposes.storage)
      await storage.deleteFrom('organisation_member').where('id', '=', id).execute()
    },
  }
}

function asMembers(rows: readonly Selectable<OrganisationMemberRow>[]): StoredMember[] {
  return rows.flatMap(({ id, record_id: account, role, joined_at: joinedAt }) =>
    role === null ? [] : [{ id, account, role, joinedAt }],
  )
}

async function countOf(
  db: ReturnType<Purposes<OrganisationTables>['for']>,
  organisation: string,
  role?: OrganisationRole,
): Promise<number> {
  const counted = db
    .selectFrom('organisation_member')
    .select(({ fn }) => fn.countAll<string>().as('members'))
    .where('organisation_id', '=', organisation)
    .where('role', 'is not', null)
  const row = await (role === undefined ? counted : counted.where('role', '=', role)).executeTakeFirst()
  return Number(row?.members ?? 0)
}

async function countsOf(
  db: ReturnType<Purposes<OrganisationTables>['for']>,
  organisations: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('organisation_member')
    .select(({ fn }) => ['organisation_id', fn.countAll<string>().as('members')])
    .where('organisation_id', 'in', ['', ...organisations])
    .where('role', 'is not', null)
    .groupBy('organisation_id')
    .execute()
  return new Map(rows.map(({ organisation_id, members }) => [organisation_id, Number(members)]))
}
