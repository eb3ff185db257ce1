import { readFileSync } from 'node:fs'
import path from 'node:path'
import { claimKinds, type ClaimKind } from '@samtale/policy'
import * as z from 'zod'
import { sourceHash } from './source-hash.ts'

/** Where the last green report is kept. */
export const reportPlace = 'docs/proofs.json'

const Report = z.strictObject({
  /** `sourceHash` of what was tested. */
  sources: z.string().regex(/^[0-9a-f]{64}$/),
  provedAt: z.iso.datetime(),
  /** The tests that proved each kind of claim. */
  claims: z.partialRecord(
    z.enum(claimKinds),
    z.array(z.strictObject({ file: z.string(), title: z.string(), runs: z.number().int().positive() })).min(1),
  ),
})

/** The last run in which every test passed, and which of them prove what a policy claims of the system. */
export type ProofReport = z.output<typeof Report>
export type ProvingTest = NonNullable<ProofReport['claims'][ClaimKind]>[number]

/** A test's title as people read it: what it is filled in with stands as an ellipsis. */
export function readableTitle({ title }: Pick<ProvingTest, 'title'>): string {
  return title.replaceAll(/%[sdifjo#]|\$\w+/g, '…')
}

/** The last green report, where it is of these very sources; null where they have changed since, or there is none. */
export async function proofsOfThisBuild(root: string): Promise<ProofReport | null> {
  const report = readReport(root)
  return report !== null && report.sources === (await sourceHash(root)) ? report : null
}

/** The last report that was kept, whatever it is of; null where there is none that can be read. */
export function readReport(root: string): ProofReport | null {
  try {
    return Report.parse(JSON.parse(readFileSync(path.join(root, reportPlace), 'utf8')))
  } catch {
    return null
  }
}
