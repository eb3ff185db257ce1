// Runs every file of tests that counts the attacks it tries, and tells how many of each kind were tried, and how many checks
// are taken out to see one get in: `npm run attacks`. Ends with 1 where a test fails.
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { families } from '../mutation/families.ts'
import { root } from '../prepare/paths.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-attacks-'))
const gathered = path.join(folder, 'tried')
const counting = globSync('packages/server/{src,test}/**/*.test.ts', { cwd: root }).filter(
  (file) =>
    readFileSync(path.join(root, file), 'utf8').includes('attacks/tried.ts') || file.endsWith('attacks.test.ts'),
)
try {
  const vitest = path.join(root, 'node_modules/.bin/vitest')
  const env = { ...process.env, ATTACKS_GATHERED_IN: gathered }
  const { status } = spawnSync(vitest, ['run', ...counting], { cwd: root, env, stdio: ['ignore', 2, 2] })
  process.stdout.write(`${told(readFileSync(gathered, 'utf8'))}\n`)
  process.exitCode = status === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true })
}

function told(lines: string): string {
  const counts = new Map<string, number>()
  for (const line of lines.trim().split('\n')) {
    const [count = '', kind = ''] = line.split('\t')
    counts.set(kind, (counts.get(kind) ?? 0) + Number(count))
  }
  const kinds = [...counts].toSorted(([one], [other]) => one.localeCompare(other))
  const attacks = families.filter(({ name }) => name.startsWith('attacks: '))
  return [
    `Attacks tried: ${sum([...counts.values()])}, in ${counting.length} files`,
    ...kinds.map(([kind, count]) => row(count, kind)),
    `Checks taken out: ${sum(attacks.map(({ mutations }) => mutations.length))}`,
    ...attacks.map(({ name, mutations }) => row(mutations.length, name.slice('attacks: '.length))),
  ].join('\n')
}

function row(count: number, what: string): string {
  return `  ${String(count).padStart(6)}  ${what}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
