// Runs the stages, goes on past a failed one, and ends with one line that counts all tests.
import { root } from '../prepare/paths.mjs'
import { stagesOf } from './stages.ts'
import { sumOf, tellStage, type Counts } from './counts.ts'

const [group, ...rest] = process.argv.slice(2)
const stages = stagesOf(root, group, rest)
const results: Counts[] = []

/** Takes from the list until it is empty. */
async function runAll(list: typeof stages): Promise<void> {
  for (let stage = list.shift(); stage !== undefined; stage = list.shift()) {
    process.stdout.write(`\n# ${stage.name}\n`)
    const began = Date.now()
    const counts = await stage.run()
    results.push(counts)
    process.stdout.write(`${tellStage(stage.name, counts)} (${Math.round((Date.now() - began) / 1_000)} s)\n`)
  }
}

// Checks say nothing before they end, and most use one core: two run beside each other.
const checks = stages.filter((stage) => stage.group === 'checks')
await Promise.all([runAll(checks), runAll(checks)])
await runAll(stages.filter((stage) => stage.group !== 'checks'))

if (results.length === 0) process.stderr.write(`There are the groups checks, unit and e2e, and no ${group}.\n`)
const { line, isGreen } = sumOf(results)
process.stdout.write(`\n${line}\n`)
process.exitCode = isGreen ? 0 : 1
