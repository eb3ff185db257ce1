import { tableBindings, type DatabaseTables } from '../../src/app/database.ts'
import type { AccountInstallation } from './installation.ts'

const names = Object.keys(tableBindings) as (keyof DatabaseTables)[]

/** For tests: every row of every table, as one text. */
export async function everythingKept({ database }: AccountInstallation): Promise<string> {
  const all: Record<string, unknown> = {}
  for (const name of names) all[name] = await database.for(readerOf(name)).selectFrom(name).selectAll().execute()
  return JSON.stringify(all)
}

/** A purpose that may read all of a table. */
function readerOf(name: keyof DatabaseTables): string {
  if (name === 'subject_address') return 'rights'
  if (/^(?:record|subject)/.test(name)) return 'storage'
  return Object.hasOwn(tableBindings[name].columns, 'record_id') ? 'legal-claims' : 'operation'
}

/** Rows of the accounts' tables that belong to a record. */
export async function rowsOf({ database }: AccountInstallation, record: string): Promise<unknown[]> {
  const db = database.for('storage')
  const keys = ['account_passkey', 'account_second_factor', 'account_recovery_code'] as const
  const found = await Promise.all(
    [...keys, 'account' as const, 'account_session' as const].map((table) =>
      db.selectFrom(table).select('record_id').where('record_id', '=', record).execute(),
    ),
  )
  return found.flat()
}
