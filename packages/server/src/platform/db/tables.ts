import type { RowBindings } from '@samtale/policy'

/** Table `schema_migration`. */
export interface SchemaMigrationRow {
  number: number
  name: string
  content_hash: string
  applied_at: Date
}

/** The platform's own tables. */
export interface PlatformTables {
  schema_migration: SchemaMigrationRow
}

export const schemaMigrationColumns = {
  number: { nothingPersonal: 'number of the migration' },
  name: { nothingPersonal: 'name of the migration' },
  content_hash: { nothingPersonal: 'SHA-256 of the migration file' },
  applied_at: { nothingPersonal: 'when the server ran it' },
} as const satisfies RowBindings<SchemaMigrationRow>
