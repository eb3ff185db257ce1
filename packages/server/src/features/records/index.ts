export { lookupCategories } from './personal-data.ts'
export { recordFactColumns, recordFactTables, type RecordTables } from './tables.ts'
