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
  certificate: Pick<Certificate, 'ledger'>,
): Promise<LedgerLook> {
  const { head } = certificate.ledger
  const told = await entriesOf(ledger, database, certificate)
  if (told === null) return { right: false, since: [] }
  if (head === null) return { right: true, since: [] }
  const verified = await ledger.verify(database)
  if (!verified.intact && verified.at <= head.number) return { right: false, since: [] }
  const about = await ledger.about(database, [...new Set(told.map(({ tag }) => tag))])
  return { right: true, since: about.filter(({ number }) => number > head.number) }
}

/** Whether a ledger has the end and the entries that a certificate names; what lies between isn't looked at. */
export async function isInLedger(
  ledger: Ledger,
  database: Purposes<LedgerTables>,
  certificate: Pick<Certificate, 'ledger'>,
): Promise<boolean> {
  return (await entriesOf(ledger, database, certificate)) !== null
}

/** The entries of a certificate; null where the ledger has others, or others at its end. */
async function entriesOf(
  ledger: Ledger,
  database: Purposes<LedgerTables>,
  { ledger: { head, entries: numbers } }: Pick<Certificate, 'ledger'>,
): Promise<readonly LedgerEntry[] | null> {
  if (head === null) return numbers.length === 0 ? [] : null
  if ((await ledger.find(database, head.number))?.hash !== head.hash) return null
  const found: LedgerEntry[] = []
  for (const number of numbers) {
    const entry = await ledger.find(database, number)
    if (entry === null || number > head.number || !['erasure', 'gone'].includes(entry.kind)) return null
    found.push(entry)
  }
  return found
}
