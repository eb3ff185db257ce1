export { exportCommands, whoIsMeant, type ExportContext } from './commands.ts'
export type { ToldDisclosure } from './content.ts'
export { createExports, type Exports } from './exports.ts'
