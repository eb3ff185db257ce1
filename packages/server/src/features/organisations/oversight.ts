import { reveal } from '../../platform/personal.ts'
import { memberStore } from './member-store.ts'
import { openOrganisationRows, type Organisation } from './organisation.ts'
import { organisationStore } from './organisation-store.ts'
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
  const withNumbers = async (ids: readonly string[]): Promise<OverseenOrganisation[]> => {
    const rows = new Map((await store.some(ids)).map((row) => [row.record_id, row]))
    const opened = await openOrganisationRows(parts, [...rows.values()])
    const counts = await members.countsOf(ids)
    return opened
      .map((one) => ({
        ...one,
        madeAt: rows.get(one.id)?.created_at ?? new Date(0),
        members: counts.get(one.id) ?? 0,
      }))
      .toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
  }
  return {
    list: async (asked: { search: string; from: number; most: number }) => {
      const { search, from, most } = asked
      const wanted = search.trim().toLowerCase()
      const ids = (await store.ids()).toReversed()
      const fitting = wanted === '' ? ids : await named(parts, ids, wanted)
      return { organisations: await withNumbers(fitting.slice(from, from + most)), total: fitting.length }
    },
    see: async (id: string): Promise<OverseenOrganisation | null> => (await withNumbers([id]))[0] ?? null,
    /** Accounts of those who may speak for it. */
    adminsOf: async (id: string): Promise<string[]> => {
      const those = [...(await members.ofRole(id, 'owner')), ...(await members.ofRole(id, 'admin'))]
      return those.map(({ account }) => account)
    },
  }
}

async function named(
  parts: Pick<OrganisationParts, 'database' | 'seals'>,
  ids: readonly string[],
  wanted: string,
): Promise<string[]> {
  const fitting = new Set<string>()
  for (let from = 0; from < ids.length; from += batch) {
    const rows = await organisationStore(parts.database).some(ids.slice(from, from + batch))
    for (const { id, name } of await openOrganisationRows(parts, rows))
      if (reveal(name).toLowerCase().includes(wanted)) fitting.add(id)
  }
  return ids.filter((id) => fitting.has(id))
}
