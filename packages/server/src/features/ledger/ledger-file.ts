import { mkdir, open, readFile, truncate } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Purposes } from '../../platform/db/db.ts'
import { createSerial } from '../../platform/serial.ts'
import { StartupError } from '../../platform/startup-error.ts'
import { follows } from './chain.ts'
import type { Ledger } from './ledger.ts'
import type { LedgerEntry } from './store.ts'
import type { LedgerTables } from './tables.ts'

/**
 * A copy of the ledger beside the database: a line of JSON for each entry. A database that was restored from a backup is
 * behind it, which the next start sees, and catches up before anybody is served.
 */
export interface LedgerFile {
  /** Writes what the database has and the file hasn't. */
  follow(): Promise<void>
  /**
   * Entries that the file has and the database hasn't.
   * @throws StartupError `ledger.damaged`, `ledger.forked`
   */
  ahead(): Promise<LedgerEntry[]>
}

const Line = z.strictObject({
  number: z.int().positive(),
  at: z.iso.datetime().transform((at) => new Date(at)),
  kind: z.string(),
  tag: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  previous_hash: z.string(),
  hash: z.string(),
})

export function openLedgerFile(file: string, ledger: Ledger, database: Purposes<LedgerTables>): LedgerFile {
  // A job and an erasure may ask at once: one writes after the other.
  const inTurn = createSerial()
  let end: { last: LedgerEntry | undefined } | null = null
  const follow = async () => {
    // An empty one tells that nothing was ever entered; a restore asks.
    if (end === null) await append(file, [])
    const known = end ?? { last: (await readEntries(file)).at(-1) }
    // What a write that fails leaves, the next one reads.
    end = null
    for await (const page of ledger.pages(database, known.last?.number ?? 0)) {
      if (page[0] === undefined || !follows(page[0], known.last)) throw forked(file)
      await append(file, page)
      known.last = page.at(-1)
    }
    end = known
  }
  return {
    follow: () => inTurn(follow),
    ahead: async () => {
      const entries = await readEntries(file)
      const head = (await ledger.head(database))?.number ?? 0
      // Where the shorter of the two ends, both have the same entry.
      const common = Math.min(head, entries.at(-1)?.number ?? 0)
      if (common > 0 && (await ledger.find(database, common))?.hash !== entries[common - 1]?.hash) throw forked(file)
      return entries.slice(head)
    },
  }
}

/**
 * The entries of a copy, without a last line that a crash cut short; null where there is none. Changes nothing.
 * @throws StartupError `ledger.damaged`
 */
export async function readLedgerFile(file: string): Promise<LedgerEntry[] | null> {
  const text = await readText(file)
  return text === null ? null : entriesIn(file, wholeLines(text))
}

async function readEntries(file: string): Promise<LedgerEntry[]> {
  const text = (await readText(file)) ?? ''
  // A crash may have cut the last line short; it is written again.
  const whole = wholeLines(text)
  if (whole.length < text.length) await truncate(file, Buffer.byteLength(whole))
  return entriesIn(file, whole)
}

async function readText(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
}

function wholeLines(text: string): string {
  return text.slice(0, text.lastIndexOf('\n') + 1)
}

function entriesIn(file: string, whole: string): LedgerEntry[] {
  const entries = whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => readLine(file, line, index + 1))
  const wrong = entries.findIndex((entry, index) => !follows(entry, entries[index - 1]))
  if (wrong >= 0) throw damaged(file, wrong + 1)
  return entries
}

function readLine(file: string, line: string, number: number): LedgerEntry {
  try {
    return Line.parse(JSON.parse(line))
  } catch {
    throw damaged(file, number)
  }
}

async function append(file: string, entries: readonly LedgerEntry[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.writeFile(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function damaged(file: string, line: number): StartupError {
  return new StartupError('ledger.damaged', `Line ${line} of ${file} is not what was written.`)
}

function forked(file: string): StartupError {
  return new StartupError('ledger.forked', `The database and ${file} went different ways.`)
}
