export type { Change, ChangeClass, PolicyDiff } from './change.ts'
export { diffPolicies } from './diff.ts'
export { diffInWords } from './in-words.ts'
