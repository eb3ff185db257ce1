import tests from './tests-of-rows.json' with { type: 'json' }

const titles: Readonly<Record<string, readonly string[]>> = tests

/** Titles of the tests that prove a row: what `tools/coverage` found in the sources of this build. */
export function testsOfRow(row: string): readonly string[] {
  return Object.hasOwn(titles, row) ? (titles[row] ?? []) : []
}
