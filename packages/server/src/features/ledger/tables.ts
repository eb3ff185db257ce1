import type { RowBindings } from '@samtale/policy'
import type { JSONColumnType } from 'kysely'
import { ledgerFields } from './kinds.ts'

/** What an entry says beside its kind: keys of the policy, random ids of holds, times. Nothing of a person. */
export type LedgerFacts = Readonly<Partial<Record<(typeof ledgerFields)[number], string | readonly string[]>>>

/** Table `ledger_entry`. */
export interface LedgerEntryRow {
  /** Counted from 1, without a gap. */
  number: number
  at: Date
  /** One of the kinds that the code declares. */
  kind: string
  /** Of the record or person that it is about: an HMAC under a key that no backup of the database has. */
  tag: string
  facts: JSONColumnType<LedgerFacts>
  previous_hash: string
  /** SHA-256 of all the others in canonical JSON. */
  hash: string
}

export interface LedgerTables {
  ledger_entry: LedgerEntryRow
}

export const ledgerEntryColumns = {
  number: { nothingPersonal: 'number of the entry' },
  at: { nothingPersonal: 'when it happened' },
  kind: { nothingPersonal: 'what happened' },
  tag: { nothingPersonal: 'tag that tells entries about the same record apart from others, and nothing of it' },
  facts: { nothingPersonal: 'keys of the policy, random ids of holds and times', paths: [...ledgerFields] },
  previous_hash: { nothingPersonal: 'SHA-256 of the entry before' },
  hash: { nothingPersonal: 'SHA-256 of the entry' },
} as const satisfies RowBindings<LedgerEntryRow>
