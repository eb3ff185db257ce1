import { mkdtempSync, rmSync } from 'node:fs'
import { createHmac } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openRecords, type Records } from '../../src/features/records/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { BlindIndex, KeyName } from '../../src/platform/seals/sealed.ts'
import type { Seals } from '../../src/platform/seals/seals.ts'
import { openOwnedDatabase, type Owner } from '../db/owned-database.ts'
import { createTestClock } from '../test-clock.ts'
import { Crashes } from './crashes.ts'
import { sampleKinds, sampleOptions, samplePolicy, type SampleTables } from './sample-records.ts'

/** For tests: keys and files as sets, which tell what is left. */
export class Leftovers {
  readonly keys = new Set<string>()
  readonly files = new Set<string>()

  add(name: KeyName): void {
    this.keys.add(spell(name))
    this.files.add(spell(name))
  }
}

const spell = ({ record, category }: KeyName) => `${record} ${category}`

export interface World {
  readonly database: Database<SampleTables>
  readonly owner: Owner
  readonly clock: ReturnType<typeof createTestClock>
  readonly left: Leftovers
  readonly crashes: Crashes
  /** Mails that were queued before something goes, as `record mail`. */
  readonly notices: string[]
  readonly ledgerFile: string
  /** As a start of the server does, with these keys where they are given. */
  start(seals?: Pick<Seals, 'index' | 'destroy' | 'destroyRecords'>): Promise<Records>
  /** Empties everything, the ledger and its copy too. */
  reset(): Promise<void>
  /** All tables, and the way back to them. Keys and files are no part of it. */
  dump(): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** The sample's database, embedded where no server is given. */
export async function openWorld(serverUrl: string | null): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-world-'))
  const crashes = new Crashes()
  const { database, owner, close } = await openOwnedDatabase<SampleTables>(serverUrl, sampleOptions(), (engine) =>
    crashes.around(engine),
  )
  const clock = createTestClock()
  const left = new Leftovers()
  const notices: string[] = []
  const ledgerFile = path.join(folder, 'ledger', 'entries.jsonl')
  const start: World['start'] = (seals) =>
    openRecords({
      database,
      policy: samplePolicy,
      policyHash: 'sample',
      kinds: sampleKinds,
      seals: seals ?? {
        index: (category, value) =>
          `i1.${createHmac('sha256', 'pepper').update(`${category} ${value}`).digest('base64url')}` as BlindIndex,
        destroy: (names) => crashes.step(async () => destroy(left.keys, names)),
        destroyRecords: (records) => crashes.step(async () => destroyOf(left.keys, records)),
      },
      removeFiles: (names) => crashes.step(async () => void destroy(left.files, names)),
      prepareNotices: async (due) => {
        const written = new Set(due.map(({ record, mail }) => `${record.id} ${mail}`))
        return async (_transaction, record, mail) => {
          if (!written.has(`${record} ${mail}`)) return null
          notices.push(`${record} ${mail}`)
          return 'queued'
        }
      },
      ledgerFile,
      clock,
    })
  return {
    database,
    owner,
    clock,
    left,
    crashes,
    notices,
    ledgerFile,
    start,
    reset: async () => {
      await restore(owner, new Map())
      left.keys.clear()
      left.files.clear()
      notices.length = 0
      rmSync(path.dirname(ledgerFile), { recursive: true, force: true })
    },
    dump: async () => {
      const tables = await contents(owner)
      return () => restore(owner, tables)
    },
    close: async () => {
      await close()
      rmSync(folder, { recursive: true })
    },
  }
}

function destroy(set: Set<string>, names: readonly KeyName[]): number {
  return names.filter((name) => set.delete(spell(name))).length
}

function destroyOf(set: Set<string>, records: readonly string[]): number {
  const gone = [...set].filter((spelled) => records.includes(spelled.split(' ')[0] ?? ''))
  for (const spelled of gone) set.delete(spelled)
  return gone.length
}

const tables = [
  'subject',
  'record',
  'record_event',
  'record_consent',
  'record_objection',
  'record_erasure',
  'record_notice',
  'record_hold',
  'record_gone',
  'subject_restriction',
  'subject_address',
  'record_policy',
  'ledger_entry',
  'account',
  'account_visit',
  'purchase',
  'purchase_step',
  'subscription',
  'letter',
] as const

async function contents(owner: Owner): Promise<ReadonlyMap<string, string>> {
  const columns = tables.map((table) => `(select coalesce(json_agg(t), '[]')::text from ${table} t) as ${table}`)
  const [row] = await owner(`select ${columns.join(', ')}`)
  return new Map(tables.map((table) => [table, String(row?.[table])]))
}

/** As a dump is restored: its rows and no others. */
async function restore(owner: Owner, dump: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...dump].map(
    ([table, json]) =>
      `insert into ${table} select * from json_populate_recordset(null::public.${table}, '${json.replaceAll("'", "''")}')`,
  )
  const triggers = ['ledger_stays', 'ledger_stays_whole', 'ledger_follows']
  const statements = [
    ...triggers.map((trigger) => `alter table ledger_entry disable trigger ${trigger}`),
    `truncate ${tables.join(', ')}`,
    ...rows,
    ...triggers.map((trigger) => `alter table ledger_entry enable always trigger ${trigger}`),
  ]
  for (const statement of statements) await owner(statement)
}
