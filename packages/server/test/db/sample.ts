import { mkdtempSync, cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ColumnBinding, Processing } from '@samtale/policy'
import type { Generated } from 'kysely'
import type { BoundTables } from '../../src/platform/db/access/bound-tables.ts'
import { accessPlan, type AccessPlan } from '../../src/platform/db/access/plan.ts'
import {
  recordColumns,
  schemaMigrationColumns,
  subjectColumns,
  type PlatformTables,
} from '../../src/platform/db/tables.ts'

/** For tests: an installation with two kinds of records, a list without records, and a table about nobody. */
export interface SampleTables extends PlatformTables {
  ticket: { id: string; record_id: string; email: string; body: string | null; sent_at: Date; closed_at: Date | null }
  ticket_step: { id: string; record_id: string; step: string }
  subscription: { id: string; record_id: string; email: string; language: string }
  suppression: { hash: string; at: Generated<Date> }
  setting: { name: string; value: string; count: Generated<number> }
}

const title = { en: 'Sample', nb: 'Prøve', sv: 'Prov' }
const holds = (category: string): ColumnBinding => ({ holds: category, title })
const nothing: ColumnBinding = { nothingPersonal: 'a sample' }

export const sampleBindings: BoundTables = {
  schema_migration: { columns: schemaMigrationColumns },
  subject: { columns: subjectColumns },
  record: { columns: recordColumns },
  ticket: {
    record: 'ticket',
    columns: {
      id: nothing,
      record_id: nothing,
      email: holds('contact.address'),
      body: holds('contact.message'),
      // A time that holds something, as the moment of writing does.
      sent_at: holds('contact.message'),
      closed_at: nothing,
    },
  },
  ticket_step: { record: 'ticket', columns: { id: nothing, record_id: nothing, step: nothing } },
  subscription: {
    record: 'subscription',
    columns: { id: nothing, record_id: nothing, email: holds('newsletter.address'), language: nothing },
  },
  suppression: { columns: { hash: holds('newsletter.suppression'), at: nothing } },
  setting: { columns: { name: nothing, value: nothing, count: nothing } },
}

type Used = Pick<Processing, 'purpose' | 'categories'>

export const sampleProcessings: Record<string, Used> = {
  answer: { purpose: 'correspondence', categories: ['contact.address', 'contact.message'] },
  sort: { purpose: 'triage', categories: ['contact.message'] },
  send: { purpose: 'newsletter', categories: ['newsletter.address'] },
  leave: { purpose: 'newsletter', categories: ['newsletter.suppression'] },
}

const sampleSchema = `
create table ticket (
  id text primary key,
  record_id text not null references record on delete cascade,
  email text not null,
  body text,
  sent_at timestamptz not null,
  closed_at timestamptz
);
create table ticket_step (id text primary key, record_id text not null references record on delete cascade, step text not null);
create table subscription (
  id text primary key,
  record_id text not null references record on delete cascade,
  email text not null unique,
  language text not null check (language in ('en', 'nb', 'sv'))
);
create table suppression (hash text primary key, at timestamptz not null default now());
create table setting (name text primary key, value text not null, count bigint not null default 0);
`

const own = path.resolve(import.meta.dirname, '../../migrations')
const platformMigrations = ['0001_schema_migration.sql', '0003_subject.sql', '0004_record.sql']

/** A folder of migrations below `parent`: the platform's tables, the sample's, then these. */
export function sampleMigrations(parent: string, ...more: string[]): string {
  const folder = mkdtempSync(path.join(parent, 'migrations-'))
  platformMigrations.forEach((file, index) => {
    cpSync(path.join(own, file), path.join(folder, `000${index + 1}${file.slice(4)}`))
  })
  const texts = [sampleSchema, ...more]
  texts.forEach((text, index) =>
    writeFileSync(path.join(folder, `${String(index + 4).padStart(4, '0')}_change.sql`), text),
  )
  return folder
}

/** What a database of the sample is prepared with. */
export function sampleOptions(
  parent: string,
  {
    bindings = sampleBindings,
    processings = sampleProcessings,
    more = [],
  }: { bindings?: BoundTables; processings?: Record<string, Used>; more?: string[] } = {},
): { bindings: BoundTables; plan: AccessPlan; migrations: string } {
  return { bindings, plan: accessPlan(bindings, processings), migrations: sampleMigrations(parent, ...more) }
}
