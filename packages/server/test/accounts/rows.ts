import { tableBindings, type DatabaseTables } from '../../src/app/database.ts'
import type { AccountInstallation } from './installation.ts'

const names = Object.keys(tableBindings) as (keyof DatabaseTables)[]

/** For tests: every row that there is, but for mail and jobs' times, as one text. */
export async function everythingKept({ database }: AccountInstallation): Promise<string> {
  const all: Record<string, unknown> = {}
  for (const name of names) {
    const purpose = Object.hasOwn(tableBindings[name].columns, 'record_id') ? 'legal-claims' : 'operation'
    all[name] = await database
      .for(name === 'record' || name === 'subject' || name.startsWith('record_') ? 'storage' : purpose)
      .selectFrom(name)
      .selectAll()
      .execute()
      .catch(() => 'not read')
  }
  return JSON.stringify(all)
}

/** Rows of the accounts' tables that belong to a record. */
export async function rowsOf({ database }: AccountInstallation, record: string): Promise<unknown[]> {
  const db = database.for('storage')
  const tables = ['account', 'account_passkey', 'account_second_factor', 'account_recovery_code'] as const
  const found = await Promise.all(
    [...tables, 'account_session' as const].map((table) =>
      db.selectFrom(table).select('record_id').where('record_id', '=', record).execute(),
    ),
  )
  return found.flat()
}
