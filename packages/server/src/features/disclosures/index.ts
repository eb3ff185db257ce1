export { disclosureCommands, type DisclosureContext } from './commands.ts'
export { createDisclosures, type Disclosures } from './disclosures.ts'
export { disclosureColumns, disclosureTables, type DisclosureTables } from './tables.ts'
