export { exportCommands, whoIsMeant, type ExportContext } from './commands.ts'
export { createExports, type Exports } from './exports.ts'
