import { StartupError } from '../../../platform/startup-error.ts'
import { readLedgerFile, type LedgerEntry } from '../../ledger/index.ts'
import { refusal } from '../refusals.ts'

type Head = { readonly number: number; readonly hash: string } | null

/** A copy of the ledger: where it is, and what it has. */
interface Copy {
  readonly file: string
  readonly entries: readonly LedgerEntry[]
}

/**
 * The copy of the ledger that reaches furthest, of the one beside the database and the one that was given; null where
 * neither reaches as far as the backup does, so that what was erased since can't be known.
 * @throws CommandRefused `restore.ledger-wrong`
 */
export async function newestLedger(backup: Head, live: string, given: string | null): Promise<string | null> {
  const surviving = await reaching(live, backup).catch(() => null)
  if (given === null) return surviving?.file ?? null
  const other = await reaching(given, backup).catch((error: unknown) => {
    if (error instanceof StartupError) throw refusal('restore.ledger-wrong', error.message)
    throw error
  })
  if (other === null) throw refusal('restore.ledger-wrong', `${given}:`)
  if (surviving === null) return other.file
  refuseFork(surviving, other)
  return other.entries.length > surviving.entries.length ? other.file : surviving.file
}

async function reaching(file: string, backup: Head): Promise<Copy | null> {
  const entries = await readLedgerFile(file)
  if (entries === null) return null
  const reaches = backup === null || entries[backup.number - 1]?.hash === backup.hash
  return reaches ? { file, entries } : null
}

function refuseFork(one: Copy, other: Copy): void {
  const common = Math.min(one.entries.length, other.entries.length)
  if (common > 0 && one.entries[common - 1]?.hash !== other.entries[common - 1]?.hash)
    throw refusal('restore.ledger-wrong', `${one.file} and ${other.file} went different ways.`)
}
