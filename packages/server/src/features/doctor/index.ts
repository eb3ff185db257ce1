export type { Finding } from './finding.ts'
export { runDoctor } from './doctor.ts'
export { findingsAsJson, findingsAsText } from './print-findings.ts'
