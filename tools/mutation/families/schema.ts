import { readdirSync } from 'node:fs'
import path from 'node:path'
import { start } from '../checks-at-run-time.ts'
import { tests, types } from '../checks.ts'
import type { ProjectCopy } from '../copy.ts'
import type { Family, Mutation } from '../mutation.ts'

const migrations = 'packages/server/migrations'

function plantMigration(copy: ProjectCopy, statements: string): void {
  const next = readdirSync(path.join(copy.root, migrations)).length + 1
  copy.write(`${migrations}/${String(next).padStart(4, '0')}_planted.sql`, `${statements};\n`)
}

/** A migration with these statements, which no binding knows of, and what the start says to it. */
function migration(name: string, statements: string, expects: RegExp): Mutation {
  return {
    name,
    change: (copy) => plantMigration(copy, statements),
    check: start,
    expects,
  }
}

const undeclared = (what: string): RegExp =>
  new RegExp(`${what.replace('.', '\\.')} is in the database and not declared[\\s\\S]*\\[db\\.schema-mismatch\\]`)

const listTables = 'packages/server/src/features/lists/tables.ts'

const plantedTest = 'packages/server/src/platform/db/planted.test.ts'

/** It may be made, and nobody may call it: a purpose reads no more through it than without. */
const functionOfTheOwner: Mutation = {
  name: 'a function that reads as its owner',
  change: (copy) => {
    plantMigration(
      copy,
      'create function visits() returns setof text language sql security definer as $$ select id from subject $$',
    )
    copy.write(
      plantedTest,
      `import { sql } from 'kysely'
import { test } from 'vitest'
import { openAppTestDatabase } from '../../../test/db/app-database.ts'
test('a purpose calls it', async () => {
  const database = await openAppTestDatabase({ one: { purpose: 'newsletter', categories: ['newsletter'] } })
  await database.for('newsletter').selectFrom(sql\`visits()\`.as('v')).selectAll().execute()
})
`,
    )
  },
  check: tests(plantedTest),
  expects: /FAIL[\s\S]*(gives this purpose no such access|does more than read and write rows)/,
}

export const schema: Family = {
  name: 'the database’s schema',
  mutations: [
    migration('a column', 'alter table newsletter_entry add column phone text', undeclared('newsletter_entry.phone')),
    migration(
      'a renamed column',
      'alter table newsletter_entry rename name to phone',
      undeclared('newsletter_entry.phone'),
    ),
    migration(
      'a column that becomes a structure',
      'alter table waiting_list_entry alter country type jsonb using to_jsonb(country)',
      /waiting_list_entry\.country is jsonb, and its paths are not declared[\s\S]*\[db\.schema-mismatch\]/,
    ),
    migration('a table', 'create table visit (address text)', undeclared('visit')),
    migration('a view', 'create view visit as select address from newsletter_entry', undeclared('visit')),
    migration(
      'a materialized view',
      'create materialized view visit as select address from newsletter_entry',
      undeclared('visit'),
    ),
    migration('a temporary table', 'create temp table visit (address text)', undeclared('visit')),
    migration(
      'a table in another schema',
      'create schema hidden create table visit (address text)',
      undeclared('visit'),
    ),
    functionOfTheOwner,
    migration(
      'a foreign table',
      'create foreign data wrapper w; create server s foreign data wrapper w; create foreign table visit (address text) server s',
      undeclared('visit'),
    ),
    {
      name: 'a column that is bound to nothing',
      change: (copy) =>
        copy.replace(
          listTables,
          '  confirmed_at: confirmedAt,\n  consent_id: consentId,\n} as const satisfies RowBindings<NewsletterEntryRow>',
          '  consent_id: consentId,\n} as const satisfies RowBindings<NewsletterEntryRow>',
        ),
      check: types('packages/server'),
      expects: /lists\/tables\.ts.*error TS2741: Property 'confirmed_at' is missing/,
    },
    {
      name: 'a column that is bound to a category which nobody declares',
      change: (copy) =>
        copy.replace(listTables, "country: { holds: 'waiting-list'", "country: { holds: 'waiting-list.country'"),
      check: types('packages/server'),
      expects: /app\/personal-data\.ts.*error TS/,
    },
  ],
}
