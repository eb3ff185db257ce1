export { runDoctor, type DoctorOptions } from './doctor.ts'
export { findingsAsJson, findingsAsText } from './print-findings.ts'
