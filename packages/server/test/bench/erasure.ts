import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DatabaseTables } from '../../src/app/database.ts'
import { tableBindings } from '../../src/app/database.ts'
import { declarations } from '../../src/app/personal-data.ts'
import { recordKinds } from '../../src/app/record-kinds.ts'
import { createErasures } from '../../src/features/erasure/index.ts'
import { policyInForce } from '../../src/features/privacy/index.ts'
import { openRecords } from '../../src/features/records/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { accessPlan } from '../../src/platform/db/access/plan.ts'
import { openSeals } from '../../src/platform/seals/open-seals.ts'
import { openOwnedDatabase } from '../db/owned-database.ts'
import { fillWithPeople, idOf } from './people.ts'
import { median, milliseconds } from './measure.ts'

const erased = 25

/** How long the erasure of one person among so many takes, from the request to the signed certificate: the median. */
export async function erasureAmong(people: number, serverUrl: string | null): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-bench-'))
  const { policy } = policyInForce({ file: null, system: declarations, today: '2026-06-01' })
  const plan = accessPlan(tableBindings, policy.processings)
  const { database, owner, close } = await openOwnedDatabase<DatabaseTables>(serverUrl, {
    bindings: tableBindings,
    plan,
  })
  const clock = systemClock
  const seals = await openSeals({ keysFolder: path.join(folder, 'keys'), kekFile: path.join(folder, 'kek'), clock })
  const open = () =>
    openRecords({
      database,
      policy,
      policyHash: 'bench',
      kinds: recordKinds,
      seals,
      ledgerFile: path.join(folder, 'ledger'),
      removeFiles: async () => {},
      prepareNotices: async () => async () => null,
      clock,
    })
  // The first start looks at every record, and there is none yet.
  await open()
  await fillWithPeople(owner, people)
  const records = await open()
  const publication = { number: 1, hash: 'bench' }
  const erasures = createErasures({
    database,
    records,
    seals,
    policy,
    publication,
    publicUrl: new URL('http://localhost'),
  })
  const times: number[] = []
  for (let index = 1; index <= erased; index += 1) {
    const person = Math.floor((people / (erased + 1)) * index)
    const [ticket, entry] = [idOf('b', person), idOf('c', person)]
    await seals.forSealing([ticket, entry], ['correspondence', 'newsletter', 'mail.address'])
    times.push(
      await milliseconds(async () => {
        const { gone } = await erasures.erase(idOf('a', person), { language: 'en', at: clock.now() })
        if (gone.length === 0) throw new Error('Nobody was erased.')
      }),
    )
  }
  await close()
  await seals.close()
  rmSync(folder, { recursive: true })
  return median(times)
}
