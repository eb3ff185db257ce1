import type { Policy } from '@samtale/policy'
import { tableBindings, type DatabaseTables } from '../../src/app/database.ts'
import { accessPlan } from '../../src/platform/db/access/plan.ts'
import { prepareDatabase, type Database } from '../../src/platform/db/database.ts'
import { openTestEngine } from './test-database.ts'

/** For tests: the installation's own database, empty and in memory, for the purposes of a policy's processings. */
export async function openAppTestDatabase(processings: Policy['processings'] = {}): Promise<Database<DatabaseTables>> {
  const plan = accessPlan(tableBindings, processings)
  return prepareDatabase<DatabaseTables>(await openTestEngine(), { bindings: tableBindings, plan })
}
