import type { Policy } from '@samtale/policy'
import { hasRecord, type BoundTables } from '../../platform/db/access/bound-tables.ts'
import { BreachError } from './breach-error.ts'

/** What was reached, as the operator knows it. What isn't said doesn't narrow it. */
export interface Reached {
  readonly tables: readonly string[]
  readonly hosts: readonly string[]
  /** When the records were made. */
  readonly from: Date | null
  readonly to: Date | null
  readonly keysLeaked: boolean
}

/** A column that was reached. */
export interface AffectedColumn {
  readonly table: string
  readonly column: string
  readonly category: string
  /** As it stood where it was reached: a recipient has it in plain. */
  readonly store: 'plain' | 'sealed' | 'index'
  /** Whether somebody who has what was reached can read it. */
  readonly readable: boolean
}

/** What was reached, by what columns are bound to. */
export interface Scope {
  readonly columns: readonly AffectedColumn[]
  readonly categories: readonly string[]
  readonly tables: readonly string[]
  /** GDPR art. 34(3)(a). */
  readonly unreadable: boolean
}

type Known = Pick<Policy, 'recipients' | 'processings'>

/**
 * Finds the personal columns that a leak of these tables, or from these recipients, or of all tables in a span, reaches.
 * @throws BreachError `breach.scope-missing`, `breach.table-unknown`, `breach.host-unknown`
 */
export function scopeOf(bindings: BoundTables, policy: Known, reached: Reached): Scope {
  const { tables, hosts, from, to } = reached
  if (tables.length + hosts.length === 0 && from === null && to === null) throw new BreachError('breach.scope-missing')
  if (tables.some((table) => !Object.hasOwn(bindings, table))) throw new BreachError('breach.table-unknown')
  const all = Object.entries(bindings).flatMap(([table, bound]) =>
    Object.entries(bound.columns).flatMap(([column, binding]) =>
      'holds' in binding ? [{ table, column, category: binding.holds, store: binding.store ?? 'plain' }] : [],
    ),
  )
  const received = hosts.flatMap((host) => categoriesAt(policy, host))
  const everywhere = tables.length + hosts.length === 0
  const columns = all.flatMap((one): AffectedColumn[] => {
    if (received.includes(one.category)) return [{ ...one, store: 'plain', readable: true }]
    if (!everywhere && !tables.includes(one.table)) return []
    return [{ ...one, readable: one.store === 'plain' || reached.keysLeaked }]
  })
  return {
    columns,
    categories: [...new Set(columns.map(({ category }) => category))].toSorted(),
    tables: [
      ...new Set([...columns.map(({ table }) => table), ...tables.filter((name) => isOfRecords(bindings, name))]),
    ],
    unreadable: columns.length > 0 && columns.every(({ readable }) => !readable),
  }
}

function isOfRecords(bindings: BoundTables, name: string): boolean {
  const table = bindings[name]
  return table !== undefined && hasRecord(name, table)
}

/** What the recipient behind a host gets: declared of it, or by the processings that name it. */
function categoriesAt({ recipients, processings }: Known, host: string): string[] {
  const found = Object.entries(recipients).filter(([, { hosts = [], browser }]) =>
    [...hosts, ...(browser?.hosts ?? [])].includes(host),
  )
  if (found.length === 0) throw new BreachError('breach.host-unknown')
  return found.flatMap(([key, { receives = [] }]) => [
    ...receives,
    ...Object.values(processings).flatMap(({ recipients: named, categories }) =>
      named !== 'nobody' && named.includes(key) ? categories : [],
    ),
  ])
}
