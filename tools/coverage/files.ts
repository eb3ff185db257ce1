import { format } from 'prettier'
import type { RowCoverage } from '../../packages/policy/src/coverage/coverage.ts'
import { coverageDocument } from './document.ts'

/** What is written down of all rows, by place: the page to read, and the tests of each row for programs. */
export async function coverageFiles(coverage: readonly RowCoverage[]): Promise<[place: string, text: string][]> {
  const proved = coverage.filter(({ tests }) => tests.length > 0).map(({ row, tests }) => [row.id, tests])
  return [
    ['docs/coverage.md', await formatted(coverageDocument(coverage), 'markdown')],
    [
      'packages/policy/src/coverage/tests-of-rows.json',
      await formatted(JSON.stringify(Object.fromEntries(proved)), 'json'),
    ],
  ]
}

function formatted(text: string, parser: 'markdown' | 'json'): Promise<string> {
  return format(text, { parser, printWidth: 120 })
}
