// Runs the stages one after the other, goes on past a failed one, and ends with one line that counts all tests.
import { root } from '../prepare/paths.mjs'
import { stagesOf } from './stages.ts'
import { sumOf, tellStage, type Counts } from './counts.ts'

const [group, ...rest] = process.argv.slice(2)
const results: Counts[] = []

for (const stage of stagesOf(root, group, rest)) {
  process.stdout.write(`\n# ${stage.name}\n`)
  const began = Date.now()
  const counts = await stage.run()
  results.push(counts)
  process.stdout.write(`${tellStage(stage.name, counts)} (${Math.round((Date.now() - began) / 1_000)} s)\n`)
}

if (results.length === 0) process.stderr.write(`There are the groups checks, unit and e2e, and no ${group}.\n`)
const { line, isGreen } = sumOf(results)
process.stdout.write(`\n${line}\n`)
process.exitCode = isGreen ? 0 : 1
