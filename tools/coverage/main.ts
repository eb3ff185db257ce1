// Compares what is written down of rows, policies and tests with the profiles and the tests; with `--write` makes it anew.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unsaidRows } from '../../packages/policy/src/coverage/coverage.ts'
import { coverageFiles } from './files.ts'
import { readCoverage, unknownRows } from './read.ts'

const root = path.resolve(import.meta.dirname, '../..')
const { coverage, tests } = readCoverage(root)
const waiting = coverage.filter(({ waitsFor }) => waitsFor !== null)
console.log(`${waiting.length} of ${coverage.length} rows wait for a feature`)

const complaints = [
  ...unknownRows(tests),
  ...unsaidRows(coverage).map(
    (row) => `profiles: the policy has row ${row}, and its profile doesn’t, or the other way round`,
  ),
]
for (const [place, text] of await coverageFiles(coverage)) {
  const file = path.join(root, place)
  if (process.argv.includes('--write')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text)
    complaints.push(`${place} is stale: node tools/coverage/main.ts --write`)
}
for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0) process.exitCode = 1
