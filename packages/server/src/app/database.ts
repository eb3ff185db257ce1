import type { TableBindings } from '@samtale/policy'
import { policyVersionColumns, type PrivacyTables } from '../features/privacy/index.ts'
import { openDatabase, type Database } from '../platform/db/database.ts'
import { schemaMigrationColumns, type PlatformTables } from '../platform/db/tables.ts'

/** Every table of the database. */
export interface DatabaseTables extends PlatformTables, PrivacyTables {}

/** What every column of every table holds. One left out fails to compile; the live schema is compared at the start. */
export const columnBindings = {
  schema_migration: schemaMigrationColumns,
  policy_version: policyVersionColumns,
} as const satisfies TableBindings<DatabaseTables>

/** Opens the installation's database. @throws StartupError any of `db.*` */
export function openAppDatabase(place: {
  folder: string
  serverUrl: string | null
}): Promise<Database<DatabaseTables>> {
  return openDatabase<DatabaseTables>({ ...place, columns: columnBindings })
}
