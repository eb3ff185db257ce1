export { isAwake, staffReadCategories } from './personal-data.ts'
export { createStaffReads, type StaffReads } from './staff-reads.ts'
export { recordKind as staffReadRecord, staffReadColumns, staffReadTables, type StaffReadTables } from './tables.ts'
