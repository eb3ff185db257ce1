export { rightsCategories } from './personal-data.ts'
export { claimRecord, requestRecord, rightsColumns, rightsTables, type RightsTables } from './tables.ts'
