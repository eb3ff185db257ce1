export { disclosureColumns, disclosureTables, type DisclosureTables } from './tables.ts'
