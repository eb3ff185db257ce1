// The checks of our own, beside the compiler, the linter and the others: `npm run check` runs them all.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brokenBorders } from './borders.ts'
import { folderCycles } from './folder-cycles.ts'
import { addressesIn } from './lock-file.ts'
import { misplaced } from './places.ts'
import { describeSizes, measure, oversized } from './sizes.ts'
import { readSourceFiles } from './source-files.ts'

const root = path.resolve(import.meta.dirname, '../..')
const files = readSourceFiles(root)

const violations = [
  ...brokenBorders(files),
  ...folderCycles(files),
  ...misplaced(files),
  ...oversized(files),
  ...addressesIn(readFileSync(path.join(root, 'package-lock.json'), 'utf8')),
]
for (const violation of violations) console.error(violation)
console.log(describeSizes(measure(files)))
if (violations.length > 0) process.exitCode = 1
