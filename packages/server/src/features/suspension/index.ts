export { isAwake, suspensionCategories } from './personal-data.ts'
export { suspensionMailKinds } from './mail-kinds.ts'
export { registerAppeal, suspensionRoutes } from './routes.ts'
export { createSuspensions, type OpenedSuspension, type Suspensions } from './suspensions.ts'
export {
  category as suspensionCategory,
  suspensionColumns,
  suspensionRecord,
  suspensionTables,
  type SuspensionTables,
  type TargetKind,
} from './tables.ts'
