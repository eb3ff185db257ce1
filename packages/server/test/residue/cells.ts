import { columnBindings } from '../../src/app/database.ts'
import { SealError } from '../../src/platform/seals/seal-error.ts'
import type { Sealed } from '../../src/platform/seals/sealed.ts'
import type { Seals } from '../../src/platform/seals/seals.ts'
import type { Certificate } from '../../src/features/erasure/index.ts'
import { once } from '../db/postgres.ts'

/** A sealed value as it lay in the database, and lies in every copy of it. */
export interface SealedCell {
  readonly kind: string
  readonly table: string
  readonly column: string
  readonly record: string
  readonly category: string
  readonly value: Sealed
}

/** Every sealed value of a person, read by the database's owner. */
export async function sealedCellsOf(url: string, subject: string): Promise<SealedCell[]> {
  const cells: SealedCell[] = []
  for (const [table, columns] of Object.entries(columnBindings)) {
    if (!Object.hasOwn(columns, 'record_id')) continue
    for (const [column, binding] of Object.entries(columns)) {
      if (!('holds' in binding) || binding.store !== 'sealed') continue
      const rows = await once(
        url,
        `select t.record_id, r.kind, t."${column}" as value from "${table}" t join record r on r.id = t.record_id
         where r.subject_id = '${subject}' and t."${column}" is not null`,
      )
      for (const row of rows)
        cells.push({
          kind: String(row['kind']),
          table,
          column,
          record: String(row['record_id']),
          category: binding.holds,
          // The column's binding says that it is sealed.
          value: String(row['value']) as Sealed,
        })
    }
  }
  return cells
}

/** Kinds and categories of those that still open. */
export async function stillOpen(cells: readonly SealedCell[], seals: Pick<Seals, 'open'>): Promise<Set<string>> {
  const open = new Set<string>()
  for (const cell of cells) {
    try {
      await seals.open(cell, cell.value)
      open.add(nameOf(cell))
    } catch (error) {
      if (!(error instanceof SealError) || error.code !== 'seal.key-gone') throw error
    }
  }
  return open
}

/** Those that a certificate says are kept, of those that there were. */
export function keptOf(cells: readonly SealedCell[], { stays }: Certificate): Set<string> {
  const kept = new Set(stays.map(nameOf))
  return new Set(cells.map(nameOf).filter((name) => kept.has(name)))
}

function nameOf({ kind, category }: { readonly kind: string; readonly category: string }): string {
  return `${kind}: ${category}`
}
