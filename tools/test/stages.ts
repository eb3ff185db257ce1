import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SetupFailure } from '../prepare/failure.mjs'
import { prepare } from '../prepare/prepare.mjs'
import { sourceHash } from '../../packages/server/src/features/proofs/index.ts'
import { keepProofs } from '../proofs/proofs-report.ts'
import { provideChromium } from './chromium.ts'
import { judged, nothingCounted, oneFailed, onePassed, playwrightCounts, vitestCounts, type Counts } from './counts.ts'
import { runProgram } from './programs.ts'

interface Stage {
  name: string
  group: 'checks' | 'unit' | 'e2e'
  run: () => Promise<Counts>
}

const minute = 60_000
const checkWithinMs = 5 * minute
const workerWithinMs = 40 * minute
const testsWithinMs = 40 * minute

/**
 * All stages in order, or those of one group; none where there is no such group.
 * @param rest goes to the group's test runner
 */
export function stagesOf(root: string, group: string | undefined, rest: readonly string[]): Stage[] {
  const all = [...checks(root), ...unitTests(root, rest), ...endToEndTests(root, rest)]
  const chosen = all.filter((stage) => group === undefined || stage.group === group)
  return chosen.filter((stage, index) => chosen.findIndex(({ name }) => name === stage.name) === index)
}

function checks(root: string): Stage[] {
  const check = (name: string, program: string, ...args: string[]): Stage => ({
    name,
    group: 'checks',
    run: async () =>
      (await runProgram(program, args, { cwd: root, timeoutMs: checkWithinMs, quiet: true })) === 0
        ? onePassed
        : oneFailed,
  })
  const projects = ['policy', 'protocol', 'server', 'client', 'web'].map((name) => `packages/${name}`)
  const bin = (name: string): string => path.join(root, 'node_modules/.bin', name)
  return [
    ...[...projects, 'e2e', 'tools'].map((project) => check(`types of ${project}`, bin('tsc'), '-p', project)),
    check('lint', bin('oxlint')),
    check('format', bin('prettier'), '--check', '--log-level', 'warn', '--cache', '.'),
    check('dead code', bin('knip')),
    check('code that only tests use', bin('knip'), '--production'),
    check('borders, places and sizes', process.execPath, 'tools/checks/main.ts'),
    check('rows of the policies', process.execPath, 'tools/coverage/main.ts'),
  ]
}

function unitTests(root: string, rest: readonly string[]): Stage[] {
  return [
    mediaWorker(root, 'unit'),
    {
      name: 'unit, protocol and server tests',
      group: 'unit',
      run: () =>
        withReport(async (report) => {
          const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...rest]
          const before = await sourceHash(root)
          const counts = await runTests(root, 'vitest', args, report, (text) => vitestCounts(JSON.parse(text)))
          // A part of the tests proves nothing of the whole.
          if (counts.failed === 0 && rest.length === 0) await tellKeptProofs(root, before, report)
          return counts
        }),
    },
  ]
}

async function tellKeptProofs(root: string, before: string, report: string): Promise<void> {
  const place = await keepProofs(root, before, JSON.parse(readFileSync(report, 'utf8')), new Date())
  if (place !== null) process.stdout.write(`${place} says what these tests prove of the policy’s claims: commit it.\n`)
}

function endToEndTests(root: string, rest: readonly string[]): Stage[] {
  return [
    mediaWorker(root, 'e2e'),
    preparation('web app', 'e2e', () => prepare(root)),
    preparation('Chromium', 'e2e', () => provideChromium(root)),
    ...(rest.length > 0
      ? [browserTests(root, 'end-to-end tests', rest)]
      : [
          browserTests(root, 'journeys over pages', ['--project=looks', '--project=pages', '--workers=2']),
          browserTests(root, 'calls of two', ['--project=pairs', '--workers=2']),
          browserTests(root, 'journeys with calls', ['--project=calls']),
        ]),
  ]
}

function browserTests(root: string, name: string, options: readonly string[]): Stage {
  const fixed = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json']
  return {
    name,
    group: 'e2e',
    run: () =>
      withReport(async (report) => {
        const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
        const count = (text: string) => playwrightCounts(JSON.parse(text))
        return runTests(root, 'playwright', [...fixed, ...options], report, count, env)
      }),
  }
}

function mediaWorker(root: string, group: Stage['group']): Stage {
  return preparation('media worker', group, async () => {
    const args = ['packages/server/media-worker/provide.ts']
    const code = await runProgram(process.execPath, args, { cwd: root, timeoutMs: workerWithinMs })
    if (code !== 0) throw new Error(`The media worker could not be provided (exit code ${code}).`)
  })
}

/** A stage that counts only when it fails. */
function preparation(name: string, group: Stage['group'], work: () => Promise<void>): Stage {
  return {
    name,
    group,
    run: async () => {
      try {
        await work()
        return nothingCounted
      } catch (error) {
        process.stdout.write(error instanceof SetupFailure ? error.toText() : `${String(error)}\n`)
        return oneFailed
      }
    },
  }
}

async function runTests(
  root: string,
  program: string,
  args: readonly string[],
  report: string,
  count: (text: string) => Counts,
  env: NodeJS.ProcessEnv = {},
): Promise<Counts> {
  const command = path.join(root, 'node_modules/.bin', program)
  const code = await runProgram(command, args, { cwd: root, env, timeoutMs: testsWithinMs })
  return judged(existsSync(report) ? count(readFileSync(report, 'utf8')) : nothingCounted, code)
}

/** Lends a file for a runner's report. */
async function withReport<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-report-'))
  try {
    return await work(path.join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
