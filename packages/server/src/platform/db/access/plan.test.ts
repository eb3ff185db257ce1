import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ColumnBinding } from '@samtale/policy'
import type { BoundTables } from './bound-tables.ts'
import { accessPlan, builtInPurposes } from './plan.ts'
import { roleNames } from './role-names.ts'
import { sampleBindings, sampleProcessings } from '../../../../test/db/sample.ts'

const plan = accessPlan(sampleBindings, sampleProcessings)
const access = (purpose: string, table: string) => plan.purposes[purpose]?.access[table]

test('a purpose has the columns of its categories and what is not personal beside them', () => {
  expect(access('correspondence', 'ticket')).toEqual({
    select: ['id', 'record_id', 'email', 'body', 'sent_at', 'closed_at'],
    insert: ['id', 'record_id', 'email', 'body', 'sent_at', 'closed_at'],
    update: ['id', 'email', 'body', 'sent_at', 'closed_at'],
    delete: false,
    readsKeysAndTimes: false,
    onlyClears: false,
  })
  expect(access('triage', 'ticket')?.select).toEqual(['id', 'record_id', 'body', 'sent_at', 'closed_at'])
  expect(Object.keys(plan.purposes['newsletter']?.access ?? {}).toSorted()).toEqual([
    'record',
    'subject',
    'subscription',
    'suppression',
  ])
  expect(access('correspondence', 'ticket_step')?.insert).toEqual(['id', 'record_id', 'step'])
})

test('records are made by who keeps something, and changed by storage alone', () => {
  expect(access('correspondence', 'record')).toMatchObject({ update: [], delete: false })
  expect(access('correspondence', 'record')?.insert).not.toContain('state')
  expect(plan.purposes['correspondence']?.recordKinds).toEqual(['ticket'])
  expect(plan.purposes['newsletter']?.recordKinds).toEqual(['subscription'])
  const decided = ['subject_id', 'state', 'barred', 'next_check_at']
  expect(access('storage', 'record')).toMatchObject({ update: decided, delete: true })
  expect(access('storage', 'ticket')).toMatchObject({
    select: ['id', 'record_id', 'closed_at'],
    update: ['email', 'body', 'sent_at'],
    readsKeysAndTimes: true,
    onlyClears: true,
  })
})

test('tables about nobody are for operation, what only grows is never changed, and migrations only read', () => {
  const bindings: BoundTables = {
    ...sampleBindings,
    entry: { columns: { id: { nothingPersonal: 'number' } }, appendOnly: true },
  }
  const operation = accessPlan(bindings, {}).purposes['operation']?.access ?? {}
  expect(Object.keys(operation).toSorted()).toEqual(['entry', 'schema_migration', 'setting'])
  expect(operation['setting']).toMatchObject({ update: ['name', 'value', 'count'], delete: true })
  expect(operation['entry']).toMatchObject({ insert: ['id'], update: [], delete: false })
  expect(operation['schema_migration']).toMatchObject({ insert: [], update: [], delete: false })
})

test('a table of records of every kind gives its purposes all of them', () => {
  const mail = {
    columns: { record_id: { nothingPersonal: 'number' }, text: sampleBindings['ticket']?.columns['body'] },
  }
  const bindings = { ...sampleBindings, mail } as BoundTables
  const { purposes } = accessPlan(bindings, sampleProcessings)
  expect(purposes['triage']?.recordKinds).toBe('all')
  expect(purposes['newsletter']?.recordKinds).toEqual(['subscription'])
})

test('legal claims read everything about people, and what the policy gives besides', () => {
  const claims = accessPlan(sampleBindings, {
    defend: { purpose: 'legal-claims', categories: ['contact.message'] },
  }).purposes['legal-claims']
  expect(claims?.access['ticket']?.select.toSorted()).toEqual(
    Object.keys(sampleBindings['ticket']?.columns ?? {}).toSorted(),
  )
  expect(claims?.access['ticket']?.insert).toContain('body')
  expect(claims?.access['ticket']?.insert).not.toContain('email')
  expect(claims?.access['setting']).toBeUndefined()
})

test('subject access reads all data about people, and writes none', () => {
  const { access: given, recordKinds, seesRestricted } = plan.purposes['subject-access'] ?? {}
  expect(recordKinds).toBe('all')
  expect(seesRestricted).toBe(true)
  for (const table of ['ticket', 'subscription', 'suppression', 'record', 'subject'])
    expect(given?.[table]).toEqual({
      select: Object.keys(sampleBindings[table]?.columns ?? {}),
      insert: [],
      update: [],
      delete: false,
      readsKeysAndTimes: false,
      onlyClears: false,
    })
  expect(given?.['setting']).toBeUndefined()
})

test.each(['operation', 'storage', 'subject-access'])(
  'a policy can’t take the system’s purpose %s for its own',
  (purpose) => {
    expect(() => accessPlan(sampleBindings, { own: { purpose, categories: ['contact.message'] } })).toThrow(
      expect.objectContaining({ code: 'policy.contradiction' }),
    )
  },
)

test('a table of records has a column that says which', () => {
  const bindings = { visit: { record: 'visit', columns: { id: { nothingPersonal: 'number' } } } }
  expect(() => accessPlan(bindings, {})).toThrow(expect.objectContaining({ code: 'policy.contradiction' }))
})

describe('whatever is bound and done', () => {
  const category = fc.constantFrom('a', 'b', 'c')
  const binding: fc.Arbitrary<ColumnBinding> = fc.oneof(
    fc.constant({ nothingPersonal: 'sample' }),
    category.map((holds) => ({ holds, title: { en: 'x', nb: 'x', sv: 'x' } })),
  )
  const table = fc.record({
    record: fc.constantFrom('k', 'l'),
    columns: fc.dictionary(fc.constantFrom('id', 'x', 'y', 'z'), binding, { noNullPrototype: true }),
  })
  const bindings = fc
    .dictionary(fc.constantFrom('t', 'u', 'v'), table)
    .map((tables): BoundTables =>
      Object.fromEntries(
        Object.entries(tables).map(([name, { record, columns }]) => [
          name,
          { record, columns: { ...columns, record_id: { nothingPersonal: 'number' } } },
        ]),
      ),
    )
  const processings = fc.dictionary(
    fc.string({ minLength: 1 }),
    fc.record({
      purpose: fc.constantFrom('p', 'q'),
      categories: fc.uniqueArray(category, { minLength: 1 }).map(([first = 'a', ...rest]) => [first, ...rest] as const),
    }),
  )

  test('no purpose of the policy reads or writes what none of its processings covers, or deletes', () => {
    fc.assert(
      fc.property(bindings, processings, (tables, used) => {
        const { purposes } = accessPlan(tables, used)
        for (const purpose of ['p', 'q']) {
          const own = Object.values(used).filter((processing) => processing.purpose === purpose)
          const covered = new Set<string>(own.flatMap(({ categories }) => categories))
          for (const [name, given] of Object.entries(purposes[purpose]?.access ?? {})) {
            expect(given.delete).toBe(false)
            for (const column of [...given.select, ...given.insert, ...given.update]) {
              const held = tables[name]?.columns[column]
              expect(held !== undefined && ('nothingPersonal' in held || covered.has(held.holds))).toBe(true)
            }
          }
        }
      }),
    )
  })

  test('storage sees no value, and deletes and clears everything that is one', () => {
    fc.assert(
      fc.property(bindings, processings, (tables, used) => {
        const storage = accessPlan(tables, used).purposes[builtInPurposes.storage]?.access ?? {}
        for (const [name, { columns }] of Object.entries(tables)) {
          const personal = Object.keys(columns).filter((column) => 'holds' in (columns[column] ?? {}))
          expect(storage[name]).toMatchObject({ delete: true, onlyClears: true, update: personal })
          expect(storage[name]?.select.filter((column) => personal.includes(column))).toEqual([])
        }
      }),
    )
  })
})

describe('names of roles', () => {
  test('carry the database’s number, and say the purpose where it is a plain one', () => {
    const names = roleNames(16_384, plan)
    expect(names.login).toBe('samtale_16384_app')
    expect(names.purposes.get('legal-claims')).toBe('samtale_16384_for_legal-claims')
  })

  test('fit PostgreSQL, and differ where purposes or databases do', () => {
    const purposes = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 120, unit: 'binary' }), { minLength: 2 })
    fc.assert(
      fc.property(purposes, fc.nat(4_294_967_295), fc.nat(4_294_967_295), (keys, one, other) => {
        fc.pre(one !== other)
        const planOf = { tables: {}, purposes: Object.fromEntries(keys.map((key) => [key, plan.purposes['triage']])) }
        // A key of `__proto__` is none of its own.
        const sample = { ...planOf, purposes: planOf.purposes as typeof plan.purposes }
        const [ours, theirs] = [roleNames(one, sample), roleNames(other, sample)]
        const all = [ours, theirs].flatMap(({ login, purposes: roles }) => [login, ...roles.values()])
        expect(new Set(all).size).toBe(all.length)
        expect(all.every((name) => Buffer.byteLength(name) <= 63 && !name.includes('\0'))).toBe(true)
        expect(theirs.login.startsWith(ours.prefix)).toBe(false)
      }),
    )
  })
})
