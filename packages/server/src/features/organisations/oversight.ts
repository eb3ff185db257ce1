import { findInParts } from '../../platform/in-parts.ts'
import { memberStore } from './member-store.ts'
import { openOrganisationNames, openOrganisationRows, type Organisation } from './organisation.ts'
import { organisationStore, type StoredOrganisation } from './organisation-store.ts'
import type { OrganisationParts } from './parts.ts'

/** An organisation as an operator sees it in a list. */
export interface OverseenOrganisation extends Organisation {
  readonly madeAt: Date
  readonly members: number
}

/** So many names are opened at once while one is looked for. */
const batch = 500

/**
 * What an operator sees of organisations, newest first. Names are sealed, so that looking for one opens them all, in
 * batches.
 */
export function oversight(parts: Pick<OrganisationParts, 'database' | 'seals'>) {
  const store = organisationStore(parts.database)
  const members = memberStore(parts.database)
  const withNumbers = async (rows: readonly StoredOrganisation[]): Promise<OverseenOrganisation[]> => {
    const opened = await openOrganisationRows(parts, rows)
    const counts = await members.countsOf(rows.map(({ record_id }) => record_id))
    return opened.map((one, at) => ({
      ...one,
      madeAt: rows[at]?.created_at ?? new Date(0),
      members: counts.get(one.id) ?? 0,
    }))
  }
  const search = async (wanted: string, { from, most }: { from: number; most: number }) => {
    const fitting = await findInParts(await store.names(), batch, async (part) => {
      const names = await openOrganisationNames(parts, part)
      return part.filter((_, at) => names[at]?.includes(wanted) === true)
    })
    const ids = fitting.slice(from, from + most).map(({ record_id }) => record_id)
    const rows = (await store.some(ids)).toSorted((one, other) => (one.record_id < other.record_id ? 1 : -1))
    return { organisations: await withNumbers(rows), total: fitting.length }
  }
  return {
    list: async (asked: { search: string; from: number; most: number }) => {
      const wanted = asked.search.trim().toLowerCase()
      if (wanted !== '') return search(wanted, asked)
      return { organisations: await withNumbers(await store.page(asked.from, asked.most)), total: await store.count() }
    },
    see: async (id: string): Promise<OverseenOrganisation | null> =>
      (await withNumbers(await store.some([id])))[0] ?? null,
    /** Accounts of those who may speak for it. */
    adminsOf: async (id: string): Promise<string[]> => {
      const those = [...(await members.ofRole(id, 'owner')), ...(await members.ofRole(id, 'admin'))]
      return those.map(({ account }) => account)
    },
  }
}
