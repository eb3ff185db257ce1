export { openProofs } from './open-proofs.ts'
export { readReport, reportPlace, type ProofReport, type ProvingTest } from './report.ts'
export { proofRoutes } from './routes.ts'
export { sourceHash } from './source-hash.ts'
