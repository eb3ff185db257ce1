import type { Compiled } from '../profile/compile.ts'
import { policyNumbers, type PolicyNumber } from './policies.ts'
import { rows, type Row } from './rows.ts'
import { judgeRow, type Verdict } from './verdict.ts'
import { waitsFor, type Feature } from './waiting.ts'

/** A row with all that is known of it. */
export interface RowCoverage {
  readonly row: Row
  /** Null where the policy doesn't have the row. */
  readonly verdicts: Readonly<Record<PolicyNumber, Verdict | null>>
  /** Titles of the tests that prove it. */
  readonly tests: readonly string[]
  readonly waitsFor: Feature | null
}

/**
 * For every row: what the policies say of it and what becomes of that, which tests prove it, what it waits for.
 * @param compiled each policy's profile
 * @param tests titles of tests by the rows that they name
 */
export function coverRows(
  compiled: Readonly<Record<PolicyNumber, Compiled>>,
  tests: ReadonlyMap<string, readonly string[]>,
): RowCoverage[] {
  return rows.map((row) => ({
    row,
    verdicts: {
      '000': judgeRow(compiled['000'], row.id),
      '001': judgeRow(compiled['001'], row.id),
      '002': judgeRow(compiled['002'], row.id),
      '003': judgeRow(compiled['003'], row.id),
      '004': judgeRow(compiled['004'], row.id),
    },
    tests: tests.get(row.id) ?? [],
    waitsFor: waitsFor(row.id),
  }))
}

/** Rows that a policy has and its profile doesn't say, and the other way round, as `003 K07`. */
export function unsaidRows(coverage: readonly RowCoverage[]): string[] {
  return coverage.flatMap(({ row, verdicts }) =>
    policyNumbers
      .filter((number) => row.carriedBy.includes(number) !== (verdicts[number] !== null))
      .map((number) => `${number} ${row.id}`),
  )
}
