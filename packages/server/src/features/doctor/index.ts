export { runDoctor } from './doctor.ts'
export { findingsAsJson, findingsAsText } from './print-findings.ts'
