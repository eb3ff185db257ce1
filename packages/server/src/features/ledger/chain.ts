import { canonicalJson } from '@samtale/policy'
import { sha256 } from '../../platform/ids.ts'
import type { LedgerEntry } from './store.ts'

/** What the first entry follows. */
export const beginning = sha256('samtale ledger 1')

export type Unchained = Pick<LedgerEntry, 'at' | 'kind' | 'tag' | 'facts'>

/** Entries as they follow the last one, each with its number and the hash of the one before. */
export function chain(last: LedgerEntry | undefined, entries: readonly Unchained[]): LedgerEntry[] {
  const chained: LedgerEntry[] = []
  for (const { at, kind, tag, facts } of entries) {
    const before = chained.at(-1) ?? last
    const entry = { number: (before?.number ?? 0) + 1, at, kind, tag, facts, previous_hash: before?.hash ?? beginning }
    chained.push({ ...entry, hash: hashOf(entry) })
  }
  return chained
}

/** Whether an entry is what its hash says, and follows the one before. */
export function follows(entry: LedgerEntry, before: LedgerEntry | undefined): boolean {
  return (
    entry.number === (before?.number ?? 0) + 1 &&
    entry.previous_hash === (before?.hash ?? beginning) &&
    entry.hash === hashOf(entry)
  )
}

function hashOf({ number, at, kind, tag, facts, previous_hash }: Omit<LedgerEntry, 'hash'>): string {
  return sha256(canonicalJson([number, at.toISOString(), kind, tag, facts, previous_hash]))
}
