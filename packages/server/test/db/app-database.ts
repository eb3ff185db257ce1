import type { Processing } from '@samtale/policy'
import { tableBindings, type DatabaseTables } from '../../src/app/database.ts'
import { accessPlan } from '../../src/platform/db/access/plan.ts'
import { prepareDatabase, type Database } from '../../src/platform/db/database.ts'
import type { Engine } from '../../src/platform/db/engine.ts'
import { openMigratedEngine } from './test-database.ts'

type Used = Readonly<Record<string, Pick<Processing, 'purpose' | 'categories'>>>

/** For tests: the installation's own database, for the purposes of processings; empty and in memory, if not given. */
export async function openAppTestDatabase(processings: Used = {}, engine?: Engine): Promise<Database<DatabaseTables>> {
  const plan = accessPlan(tableBindings, processings)
  return prepareDatabase<DatabaseTables>(engine ?? (await openMigratedEngine()), { bindings: tableBindings, plan })
}
