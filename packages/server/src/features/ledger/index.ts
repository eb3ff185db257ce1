export { createLedger, ledgerPurpose, type Ledger, type NewEntry } from './ledger.ts'
export { openLedgerFile, readLedgerFile } from './ledger-file.ts'
export type { LedgerEntry } from './store.ts'
export { ledgerEntryColumns, type LedgerFacts, type LedgerTables } from './tables.ts'
