export { createExports, type Exports } from './exports.ts'
export type { ToldDisclosure } from './content.ts'
