import type { RowBindings } from '@samtale/policy'
import type { Generated } from 'kysely'

/** Table `schema_migration`. */
export interface SchemaMigrationRow {
  number: number
  name: string
  content_hash: string
  applied_at: Date
}

/** Table `subject`: a person whom the installation keeps something about. */
export interface SubjectRow {
  /** Random. */
  id: string
  created_at: Generated<Date>
}

/** Table `record`: what retention, hold, objection, restriction and erasure work on. */
export interface RecordRow {
  /** Random. */
  id: string
  /** One of the kinds that the code declares. */
  kind: string
  subject_id: string | null
  /** While it is restricted, only built-in purposes see what belongs to it (GDPR art. 18). */
  state: Generated<'in-use' | 'restricted'>
  /** Purposes that don't see it while an objection is weighed, or since it was upheld (GDPR art. 18(1)(d), 21). */
  barred: Generated<string[]>
  /** When to ask again which grounds for it are live. */
  next_check_at: Date | null
  created_at: Generated<Date>
}

/** The platform's own tables. */
export interface PlatformTables {
  schema_migration: SchemaMigrationRow
  subject: SubjectRow
  record: RecordRow
}

export const schemaMigrationColumns = {
  number: { nothingPersonal: 'number of the migration' },
  name: { nothingPersonal: 'name of the migration' },
  content_hash: { nothingPersonal: 'SHA-256 of the migration file' },
  applied_at: { nothingPersonal: 'when the server ran it' },
} as const satisfies RowBindings<SchemaMigrationRow>

export const subjectColumns = {
  id: { nothingPersonal: 'random number of the person' },
  created_at: { nothingPersonal: 'when the number was given' },
} as const satisfies RowBindings<SubjectRow>

export const recordColumns = {
  id: { nothingPersonal: 'random number of the record' },
  kind: { nothingPersonal: 'which kind of record' },
  subject_id: { nothingPersonal: 'random number of the person' },
  state: { nothingPersonal: 'whether its use is restricted' },
  barred: { nothingPersonal: 'which purposes were objected to' },
  next_check_at: { nothingPersonal: 'when to look again whether it may be kept' },
  created_at: { nothingPersonal: 'when it was made' },
} as const satisfies RowBindings<RecordRow>
