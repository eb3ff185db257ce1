// Adds, one at a time and in a copy of the project, what must not pass, and takes away what proves a claim of the policy:
// `npm run mutation [-- <word of a family or name>] [-- --json]`. Ends with 1 where one of them passes.
import { copyProject } from './copy.ts'
import { families } from './families.ts'
import { chosen, sumOf, tellResult, tryAll } from './try-all.ts'
import { root } from '../prepare/paths.mjs'

const words = process.argv.slice(2)
const isJson = words.includes('--json')
const word = words.find((one) => !one.startsWith('--')) ?? ''

const copy = copyProject(root)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    copy.remove()
    process.exit(1)
  })
}
try {
  const results = await tryAll(copy, chosen(families, word), (result) => {
    if (!isJson) process.stdout.write(tellResult(result))
  })
  const { line, isGreen } = sumOf(results)
  process.stdout.write(isJson ? `${JSON.stringify({ summary: line, results }, null, 2)}\n` : `\n${line}\n`)
  process.exitCode = isGreen ? 0 : 1
} finally {
  copy.remove()
}
