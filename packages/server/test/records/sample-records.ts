import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ColumnBinding, Processing } from '@samtale/policy'
import type { GroundPolicy } from '@samtale/policy/grounds'
import { ledgerEntryColumns, type LedgerTables } from '../../src/features/ledger/index.ts'
import { defineRecordKinds, recordFactTables, type RecordTables } from '../../src/features/records/index.ts'
import type { BoundTables } from '../../src/platform/db/access/bound-tables.ts'
import { accessPlan } from '../../src/platform/db/access/plan.ts'
import { recordColumns, schemaMigrationColumns, subjectColumns } from '../../src/platform/db/tables.ts'

/** For tests: an installation with three kinds of records, and letters to any of them. */
export interface SampleTables extends RecordTables, LedgerTables {
  account: { id: string; record_id: string; name: string | null; email: string | null }
  account_visit: { id: string; record_id: string; account_id: string | null; place: string | null; count: number }
  purchase: { id: string; record_id: string; goods: string }
  purchase_step: { id: string; record_id: string; step: string }
  subscription: { id: string; record_id: string; email: string }
  letter: { id: string; record_id: string; address: string }
}

const text = { en: 'Sample', nb: 'Prøve', sv: 'Prov' }
const holds = (category: string): ColumnBinding => ({ holds: category, title: text })
const nothing: ColumnBinding = { nothingPersonal: 'a sample' }
const ids = { id: nothing, record_id: nothing }

export const sampleBindings: BoundTables = {
  schema_migration: { columns: schemaMigrationColumns },
  subject: { columns: subjectColumns },
  record: { columns: recordColumns },
  ...recordFactTables,
  ledger_entry: { columns: ledgerEntryColumns, appendOnly: true },
  account: { record: 'account', columns: { ...ids, name: holds('profile'), email: holds('contact') } },
  account_visit: { record: 'account', columns: { ...ids, account_id: nothing, place: holds('usage'), count: nothing } },
  purchase: { record: 'purchase', columns: { ...ids, goods: holds('order') } },
  purchase_step: { record: 'purchase', columns: { ...ids, step: nothing } },
  subscription: { record: 'subscription', columns: { ...ids, email: holds('newsletter') } },
  letter: { columns: { ...ids, address: holds('letter') } },
}

export const sampleKinds = defineRecordKinds(sampleBindings, ['account', 'purchase', 'subscription'])

const schema = `
create table account (id text primary key, record_id text not null references record, name text, email text);
create table account_visit (
  id text primary key, record_id text not null references record,
  account_id text references account on delete set null, place text, count int not null default 1
);
create table purchase (id text primary key, record_id text not null references record, goods text not null);
create table purchase_step (id text primary key, record_id text not null references record, step text not null);
create table subscription (id text primary key, record_id text not null references record, email text not null);
create table letter (id text primary key, record_id text not null references record on delete cascade, address text not null);
`

const contract = { article: '6-1-b', contract: text, step: 'perform' } as const
const interest = { article: '6-1-f', interest: text, balance: text, objection: text } as const

function processing(
  purpose: string,
  category: string,
  basis: Processing['basis'],
  retention: Omit<Processing['retention'], 'held'>,
): Processing {
  return {
    title: text,
    purpose,
    categories: [category],
    basis,
    retention: { held: 'database', ...retention },
    recipients: 'nobody',
  }
}

const yearsAfter = (years: number, after = 'collected') => ({ atMost: `P${years}Y` as const, after })

const processings = {
  profile: processing('service', 'profile', contract, {
    from: 'account-closed',
    keep: 'P30D',
    cap: yearsAfter(4, 'last-activity'),
  }),
  contact: processing('service', 'contact', contract, {
    from: 'account-closed',
    keep: 'PT0S',
    cap: yearsAfter(6),
    notice: { before: 'P30D', mail: 'goodbye' },
  }),
  improve: processing('improvement', 'contact', interest, { from: 'last-activity', keep: 'P1Y', cap: yearsAfter(3) }),
  usage: processing('improvement', 'usage', interest, {
    from: 'collected',
    keep: 'P14M',
    cap: yearsAfter(2),
    then: 'anonymise',
  }),
  order: processing('service', 'order', contract, { from: 'contract-end', keep: 'PT0S', cap: yearsAfter(8) }),
  books: processing(
    'bookkeeping',
    'order',
    { article: '6-1-c', law: 'books' },
    { from: 'fiscal-year-end', keep: 'P5Y', cap: yearsAfter(7, 'transaction'), minimum: 'books' },
  ),
  newsletter: processing(
    'newsletter',
    'newsletter',
    { article: '6-1-a', consent: 'news' },
    { from: 'consent-withdrawn', keep: 'PT0S', cap: yearsAfter(9) },
  ),
  letters: processing('letters', 'letter', interest, { from: 'sent', keep: 'PT0S', cap: yearsAfter(1) }),
  lookup: processing('rights', 'subject.address', contract, {
    from: 'deleted',
    keep: 'PT0S',
    cap: yearsAfter(50, 'deleted'),
  }),
}

/** What the sample's policy does. */
export const samplePolicy: GroundPolicy = {
  categories: {},
  purposes: {
    newsletter: { fides: 'marketing.communications.email', dpv: 'dpv:DirectMarketing', title: text },
    service: { fides: 'essential.service', dpv: 'dpv:ServiceProvision', title: text },
  },
  processings,
  laws: { books: { title: text, country: 'NO', minimum: { keep: 'P5Y', from: 'fiscal-year-end' } } },
  consents: { news: { title: text, text, asked: 'form', validFor: 'P2Y' } },
}

const own = path.resolve(import.meta.dirname, '../../migrations')
const files = ['0001_schema_migration', '0003_subject', '0004_record', '0008_record_facts', '0009_ledger']

/** What a database of the sample is prepared with. */
export function sampleOptions() {
  const migrations = mkdtempSync(path.join(tmpdir(), 'samtale-records-'))
  const name = (index: number, rest: string) =>
    path.join(migrations, `${String(index + 1).padStart(4, '0')}_${rest}.sql`)
  files.forEach((file, index) => cpSync(path.join(own, `${file}.sql`), name(index, file.slice(5))))
  writeFileSync(name(files.length, 'sample'), schema)
  return { bindings: sampleBindings, plan: accessPlan(sampleBindings, processings), migrations }
}
