export { disclosureCommands, type DisclosureContext } from './commands.ts'
export { createDisclosures } from './disclosures.ts'
export { disclosureColumns, disclosureTables, type DisclosureTables } from './tables.ts'
