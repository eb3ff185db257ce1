import { expect, test } from 'vitest'
import { openOwnedDatabase } from '../../test/db/owned-database.ts'
import { accessPlan } from '../platform/db/access/plan.ts'
import { tableBindings } from './database.ts'

/** Columns that refer to records or persons, and no index begins with. */
const references = `c.contype = 'f' and c.confrelid in ('record'::regclass, 'subject'::regclass)`
const unfound = `
  select c.conrelid::regclass::text as place, a.attname as column
  from pg_constraint c
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where ${references} and not exists (
    select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
  )`

test('row R02: whatever refers to a record or a person is found by an index, so nobody’s erasure looks at everybody', async () => {
  const preparation = { bindings: tableBindings, plan: accessPlan(tableBindings, {}) }
  const { owner, close } = await openOwnedDatabase(null, preparation)
  const [count] = await owner(`select count(*)::int as keys from pg_constraint c where ${references}`)
  expect(count?.['keys']).toBeGreaterThan(20)
  expect(await owner(unfound)).toEqual([])
  await close()
})
