export { ledgerEntryColumns, type LedgerTables } from './tables.ts'
