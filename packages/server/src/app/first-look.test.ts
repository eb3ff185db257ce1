import { expect, test } from 'vitest'
import { tableBindings } from './database.ts'
import { openTestEngine } from '../../test/db/test-database.ts'
import { accessPlan } from '../platform/db/access/plan.ts'
import { prepareDatabase } from '../platform/db/database.ts'
import type { FirstLook } from '../platform/db/first-look.ts'

test('before anybody has rights only what holds nothing personal is read, and of the rest whether there is any', async () => {
  const seen: unknown[] = []
  const plan = async (look: FirstLook) => {
    seen.push(await look.rows('policy_version'), await look.isEmpty('record'), await look.isEmpty('schema_migration'))
    for (const table of ['record', 'subject', 'mail', 'ticket_contact', 'record_consent', 'pg_authid', 'toString'])
      await expect(look.rows(table)).rejects.toThrow(TypeError)
    return accessPlan(tableBindings, {})
  }
  const database = await prepareDatabase(await openTestEngine(), { bindings: tableBindings, plan })
  expect(seen).toEqual([[], true, false])
  await database.close()
})
