export { breachColumns, type BreachTables } from './tables.ts'
