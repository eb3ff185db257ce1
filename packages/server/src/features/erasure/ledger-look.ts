import type { Purposes } from '../../platform/db/db.ts'
import type { Ledger, LedgerEntry, LedgerTables } from '../ledger/index.ts'
import type { Certificate } from './certificate.ts'

/** What a ledger has to say about a certificate. */
export interface LedgerLook {
  readonly right: boolean
  /** What came about after it, of what it is about: what stayed, may be gone by now. */
  readonly since: readonly LedgerEntry[]
}

/** Looks whether a ledger still has the entries of a certificate where it says, unbroken up to them. */
export async function lookInLedger(
  ledger: Ledger,
  database: Purposes<LedgerTables>,
  { ledger: { head, entries: numbers } }: Pick<Certificate, 'ledger'>,
): Promise<LedgerLook> {
  if (head === null) return { right: numbers.length === 0, since: [] }
  const verified = await ledger.verify(database)
  const end = await ledger.find(database, head.number)
  const entries = (await Promise.all(numbers.map((number) => ledger.find(database, number)))).flatMap(
    (one) => one ?? [],
  )
  const told = entries.filter(({ kind, number }) => ['erasure', 'gone'].includes(kind) && number <= head.number)
  const unbroken = verified.intact || verified.at > head.number
  const right = unbroken && end?.hash === head.hash && told.length === numbers.length
  const tags = [...new Set(told.map(({ tag }) => tag))]
  const about = right ? await ledger.about(database, tags) : []
  return { right, since: about.filter(({ number }) => number > head.number) }
}
