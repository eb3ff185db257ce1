import { readFileSync } from 'node:fs'
import path from 'node:path'
import { coverRows, type RowCoverage } from '../../packages/policy/src/coverage/coverage.ts'
import { policies, policyNumbers, type PolicyNumber } from '../../packages/policy/src/coverage/policies.ts'
import { rows } from '../../packages/policy/src/coverage/rows.ts'
import { compileProfile, type Compiled } from '../../packages/policy/src/profile/compile.ts'
import { readSourceFiles } from '../checks/source-files.ts'
import { testsOfRows, type TitledTest } from './test-titles.ts'

/** All rows as the profiles and the tests under a root have them, and the tests that name rows. */
export function readCoverage(root: string): { coverage: RowCoverage[]; tests: TitledTest[] } {
  const tests = testsOfRows(readSourceFiles(root))
  const titles = new Map(
    rows.map(({ id }) => [id, tests.filter(({ rows: named }) => named.includes(id)).map(({ title }) => title)]),
  )
  const compiled = Object.fromEntries(
    policyNumbers.map((number) => [number, compileProfile(profileText(root, number))]),
  ) as Record<PolicyNumber, Compiled>
  return { coverage: coverRows(compiled, titles), tests }
}

/** Tests that name a row that isn't there, one sentence each. */
export function unknownRows(tests: readonly TitledTest[]): string[] {
  const known = new Set(rows.map(({ id }) => id))
  return tests.flatMap(({ place, title, rows: named }) =>
    named.filter((id) => !known.has(id)).map((id) => `${place}: “${title}” names row ${id}, which is none`),
  )
}

function profileText(root: string, number: PolicyNumber): string {
  return readFileSync(path.join(root, `profiles/${policies[number].profile}.yaml`), 'utf8')
}
