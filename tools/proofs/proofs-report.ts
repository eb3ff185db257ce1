import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import {
  readReport,
  reportPlace,
  sourceHash,
  type ProofReport,
  type ProvingTest,
} from '../../packages/server/src/features/proofs/index.ts'
import { proofs, type Proof } from '../mutation/claims.ts'

/** The part of Vitest's JSON report that we read. */
export interface TestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[]
  }[]
}

/** Which tests of a run prove which claim; a claim of which one test is missing or failed isn't proved. */
export function provedBy(root: string, { testResults }: TestReport): ProofReport['claims'] {
  const testsOf = (file: string) =>
    testResults.filter(({ name }) => path.relative(root, name) === file).flatMap((result) => result.assertionResults)
  const provingTest = ({ file, title }: Proof): ProvingTest | null => {
    const ran = testsOf(file).filter((test) => patternOf(title).test(test.title))
    const passed = ran.length > 0 && ran.every(({ status }) => status === 'passed')
    return passed ? { file, title, runs: ran.length } : null
  }
  const claims = Object.entries(proofs).map(([kind, found]) => [kind, found.map(provingTest)] as const)
  return Object.fromEntries(claims.filter(([, tests]) => tests.every((test) => test !== null)))
}

/** A title as it runs: what `test.each` fills in may be anything, and more may follow. */
function patternOf(title: string): RegExp {
  const parts = title.split(/%[sdifjo#]|\$\w+/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('[^]*')}`)
}

/**
 * Keeps what a green run of all tests proved, where the sources were the same before and after it. What was proved of the
 * same sources before stays as it is. Gives the place, where it was written.
 */
export async function keepProofs(root: string, before: string, report: TestReport, now: Date): Promise<string | null> {
  if ((await sourceHash(root)) !== before) return null
  const kept: ProofReport = { sources: before, provedAt: now.toISOString(), claims: provedBy(root, report) }
  const last = readReport(root)
  if (last !== null && isDeepStrictEqual({ ...last, provedAt: kept.provedAt }, kept)) return null
  writeFileSync(path.join(root, reportPlace), `${JSON.stringify(kept, null, 2)}\n`)
  return reportPlace
}
