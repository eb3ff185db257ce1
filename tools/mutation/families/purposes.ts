import { ownChecks, tests, typesOfPlanted } from '../checks.ts'
import type { Family, Mutation } from '../mutation.ts'

const planted = 'packages/server/src/features/lists/planted/store.ts'
const mailTests = 'packages/server/src/platform/mail/mailer.test.ts'

function code(name: string, text: string, expects: string): Mutation {
  const imports = `import type { Database } from '../../../platform/db/database.ts'
import type { ListTables } from '../tables.ts'
export type Given = Database<ListTables>
`
  return {
    name,
    change: (copy) => copy.write(planted, `${imports}${text}\n`),
    check: typesOfPlanted(planted),
    expects: new RegExp(`lists/planted/store\\.ts.*${expects}`),
  }
}

export const purposes: Family = {
  name: 'reading and writing for a purpose',
  mutations: [
    code(
      'reading without a purpose',
      "export const read = (database: Given) => database.selectFrom('newsletter_entry').selectAll().execute()",
      "error TS2339: .*'selectFrom'",
    ),
    code('a purpose left out', 'export const read = (database: Given) => database.for()', 'error TS2554'),
    code(
      'raw SQL on what a purpose is given',
      "import { sql } from 'kysely'\nexport const read = (database: Given) => sql`select 1`.execute(database.for('newsletter'))",
      "error TS2741: Property 'getExecutor' is missing",
    ),
    code(
      'another feature’s table',
      "export const read = (database: Given) => database.for('newsletter').selectFrom('consent_answer').selectAll()",
      'error TS2345: .*consent_answer',
    ),
    code(
      'a column that the table lacks',
      "export const read = (database: Given) => database.for('newsletter').selectFrom('newsletter_entry').select('phone')",
      'error TS2769[\\s\\S]*phone',
    ),
    code(
      'plain text in a sealed column',
      "export const write = (database: Given) =>\n  database.for('newsletter').updateTable('newsletter_entry').set({ address: 'ana@example.test' })",
      'error TS[\\s\\S]*Sealed',
    ),
    code(
      'an address in the column for look-up',
      "export const write = (database: Given) =>\n  database.for('newsletter').updateTable('newsletter_entry').set({ address_index: 'ana@example.test' })",
      'error TS[\\s\\S]*BlindIndex',
    ),
    {
      name: 'a row that a feature deletes',
      change: (copy) =>
        copy.replace(
          'packages/server/src/platform/mail/mailer.ts',
          'const added = await',
          "await transaction.for(mailPurpose).deleteFrom('mail').execute()\n      const added = await",
        ),
      check: tests(mailTests),
      expects: /FAIL[\s\S]*(db\.purpose-denied|gives this purpose no such access)/,
    },
    {
      name: 'reading and writing mail for the purpose of the newsletter',
      change: (copy) =>
        copy.replace(
          'packages/server/src/platform/mail/mailer.ts',
          'mailStore(transaction.for(mailPurpose))',
          "mailStore(transaction.for('newsletter'))",
        ),
      check: tests(mailTests),
      expects: /FAIL[\s\S]*(db\.purpose-denied|gives this purpose no such access)/,
    },
    {
      name: 'a purpose that the policy doesn’t have',
      change: (copy) =>
        copy.replace(
          'packages/server/src/platform/mail/mailer.ts',
          'mailStore(transaction.for(mailPurpose))',
          "mailStore(transaction.for('profiling'))",
        ),
      check: tests(mailTests),
      expects: /FAIL[\s\S]*(db\.purpose-unknown|No processing of the policy has this purpose)/,
    },
    {
      name: 'SQL in a feature’s routes',
      change: (copy) =>
        copy.append(
          'packages/server/src/features/lists/sign-up.ts',
          "export const f = (db: any) => db.selectFrom('record')\n",
        ),
      check: ownChecks,
      expects: /sign-up\.ts:\d+ \.selectFrom\(: SQL stands in a store\.ts/,
    },
  ],
}
