// The checks of our own, beside the compiler, the linter and the others: `npm run check` runs them all.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brokenBorders } from './borders.ts'
import { folderCycles } from './folder-cycles.ts'
import { unmarkedLinks } from './links.ts'
import { addressesIn } from './lock-file.ts'
import { misplaced } from './places.ts'
import { unheldRules } from './rules.ts'
import { describeSizes, measure, oversized } from './sizes.ts'
import { readPages, readSourceFiles } from './source-files.ts'
import { openThreads, strangersIn, undeclaredUses } from './undeclared.ts'

const root = path.resolve(import.meta.dirname, '../..')
const files = readSourceFiles(root)
const read = (place: string): string => readFileSync(path.join(root, place), 'utf8')

const violations = [
  ...brokenBorders(files),
  ...folderCycles(files),
  ...misplaced(files),
  ...oversized(files),
  ...undeclaredUses(files),
  ...openThreads(files),
  ...unmarkedLinks(files),
  ...readPages(root).flatMap(({ place, text }) => strangersIn(place, text)),
  ...unheldRules(read('packages/protocol/SPEC.md'), files),
  ...addressesIn(read('package-lock.json')),
]
for (const violation of violations) console.error(violation)
console.log(describeSizes(measure(files)))
if (violations.length > 0) process.exitCode = 1
