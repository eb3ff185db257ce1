import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Policy } from '@samtale/policy'
import { tableBindings, type DatabaseTables } from '../../src/app/database.ts'
import { declarations } from '../../src/app/personal-data.ts'
import { recordKinds } from '../../src/app/record-kinds.ts'
import { createExports } from '../../src/features/export/index.ts'
import { policyInForce } from '../../src/features/privacy/index.ts'
import { lookupCategory, openRecords } from '../../src/features/records/index.ts'
import type { BoundTables } from '../../src/platform/db/access/bound-tables.ts'
import { accessPlan } from '../../src/platform/db/access/plan.ts'
import { prepareDatabase } from '../../src/platform/db/database.ts'
import { embeddedEngine } from '../../src/platform/db/embedded.ts'
import { EmbeddedPool } from '../../src/platform/db/embedded-pool.ts'
import { EmbeddedSession, valueParsers } from '../../src/platform/db/embedded-session.ts'
import { createLog } from '../../src/platform/log.ts'
import { openSeals } from '../../src/platform/seals/open-seals.ts'
import { testTemplate } from '../db/test-database.ts'
import { createTestClock } from '../test-clock.ts'

/** Tables that an export tells of in another way, as app/exports.ts has them. */
export const toldOtherwise = ['disclosure_record']

/** Whoever would answer for it. */
const controller = {
  name: 'Åsen skole',
  address: 'Åsvegen 1, 7630 Åsen',
  country: 'NO',
  email: 'post@skole.example',
  privacyContact: 'personvern@skole.example',
}

/** A database of the installation, and its owner's way past every rule. */
async function openOwned(policy: Policy) {
  const glite = await PGlite.create({ parsers: valueParsers, loadDataDir: new Blob([await testTemplate()]) })
  const session = new EmbeddedSession(glite)
  const pool = new EmbeddedPool({ run: (task) => session.run(task), close: () => glite.close() })
  const database = await prepareDatabase<DatabaseTables>(
    embeddedEngine(pool, () => {}),
    { bindings: tableBindings, plan: accessPlan(tableBindings, policy.processings) },
  )
  const [who] = (await glite.exec('select session_user as login')).flatMap(({ rows }) => rows)
  const back = `set session authorization "${String(who?.['login'])}"`
  const owner = async (sql: string): Promise<Record<string, unknown>[]> => {
    try {
      return (await glite.exec(`set session authorization postgres; ${sql}`)).flatMap(({ rows }) => rows)
    } finally {
      await glite.exec(back)
    }
  }
  return { database, owner }
}

/** For tests: an installation under the default profile with real keys. */
export async function openExportWorld() {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-export-'))
  const clock = createTestClock()
  const inForce = policyInForce({ file: null, system: declarations, today: '2026-06-01' })
  const policy: Policy = { ...inForce.policy, controller }
  const { database, owner } = await openOwned(policy)
  const seals = await openSeals({
    keysFolder: path.join(folder, 'keys'),
    kekFile: path.join(folder, 'keys', 'epoch-keys.json'),
    rotationDays: 14,
    clock,
    log: createLog('error', () => {}),
  })
  const records = await openRecords({
    database,
    policy,
    policyHash: 'sample',
    kinds: recordKinds,
    seals,
    ledgerFile: path.join(folder, 'ledger', 'entries.jsonl'),
    removeFiles: async () => {},
    prepareNotices: async () => async () => null,
    clock,
  })
  return {
    database,
    policy,
    seals,
    records,
    clock,
    /** Runs SQL as the owner, whom nothing holds. */
    owner,
    /** Exports, over the real bindings or others. */
    exports: (bindings: BoundTables = tableBindings, over: typeof database = database) =>
      createExports({
        database: over,
        bindings,
        kinds: recordKinds,
        policy,
        publication: { number: 1, hash: 'sample', effectiveAt: clock.now() },
        seals,
        look: records.look,
        publicUrl: new URL('https://skole.example'),
        left: toldOtherwise,
        disclosuresOf: async () => [],
      }),
    indexOf: (address: string) => seals.index(lookupCategory, address),
    close: async () => {
      await seals.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type ExportWorld = Awaited<ReturnType<typeof openExportWorld>>
