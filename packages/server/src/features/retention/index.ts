export { retentionMailKinds } from './mail-kinds.ts'
export { createNotices, type Reached } from './notices.ts'
