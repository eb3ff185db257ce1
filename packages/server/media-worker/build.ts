import { createHash } from 'node:crypto'
import { access, readdir, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { buildEstimate, ninjaStatus } from './build-estimate.ts'
import { storeWorker, type WorkerBinary, type WorkerCache } from './cache.ts'
import { workerRuns } from './check.ts'
import { endingWithUs, lowPriority, runChild, type ChildResult } from './child.ts'
import type { MediasoupPackage } from './mediasoup-package.ts'
import type { ReportProgress } from './progress.ts'
import { recipeFolder } from './recipe.ts'
import { WorkerTrouble } from './trouble.ts'

const STEP = 'Building the media worker'
/** What one compiler with the precompiled headers takes, generously. */
const BYTES_PER_JOB = 700 * 2 ** 20

export interface BuildOptions {
  signal?: AbortSignal | undefined
  report: ReportProgress
}

/**
 * Builds the worker in a folder of the cache, going on where an interrupted build stopped.
 * @throws WorkerTrouble `worker.build-failed`
 */
export async function buildWorker(
  cache: WorkerCache,
  mediasoup: MediasoupPackage,
  options: BuildOptions,
): Promise<WorkerBinary> {
  const folder = join(cache.folder, buildFolderName(mediasoup))
  const resumed = await exists(join(folder, 'build.ninja'))
  let failure = await attempt(folder, mediasoup, options)
  if (failure !== null && resumed) {
    // What an interruption left may be at fault: once more, from the beginning.
    await rm(folder, { recursive: true, force: true })
    failure = await attempt(folder, mediasoup, options)
  }
  if (failure !== null) throw await buildTrouble(cache, failure)
  const binary = join(folder, 'mediasoup-worker')
  if (!(await workerRuns(binary)))
    throw await buildTrouble(cache, { code: 0, tail: 'The worker that was built does not run.' })
  const stored = await storeWorker(cache, 'built', binary)
  await removeBuildFolders(cache)
  return stored
}

/** Resolves to null, or to what failed. */
async function attempt(
  folder: string,
  mediasoup: MediasoupPackage,
  options: BuildOptions,
): Promise<ChildResult | null> {
  const jobs = Math.max(1, Math.min(availableParallelism(), Math.floor(process.availableMemory() / BYTES_PER_JOB)))
  const estimate = buildEstimate(jobs)
  options.report({ step: STEP, fraction: 0, secondsLeft: estimate.first() })
  const configured = await runChild(
    quietly(['cmake', '-S', recipeFolder, '-B', folder, '-G', 'Ninja', `-DWORKER_SOURCE=${mediasoup.workerSource}`]),
    { signal: options.signal },
  )
  if (configured.code !== 0) return configured

  const startedAt = performance.now()
  const built = await runChild(quietly(['env', '-u', 'NINJA_STATUS', 'ninja', '-C', folder, '-j', String(jobs)]), {
    signal: options.signal,
    onLine: (line) => {
      const status = ninjaStatus(line)
      if (status === null) return
      const elapsed = (performance.now() - startedAt) / 1000
      options.report({
        step: STEP,
        fraction: status.done / status.total,
        secondsLeft: estimate.after(status.done, status.total, elapsed),
      })
    },
  })
  return built.code === 0 ? null : built
}

function quietly(command: string[]): string[] {
  return endingWithUs(lowPriority(command))
}

/** CMake binds a build folder to the place of its sources, so another checkout needs another one. */
function buildFolderName(mediasoup: MediasoupPackage): string {
  const places = createHash('sha256').update(`${recipeFolder}\n${mediasoup.workerSource}`).digest('hex')
  return `build-${places.slice(0, 12)}`
}

async function removeBuildFolders(cache: WorkerCache): Promise<void> {
  for (const name of await readdir(cache.folder)) {
    if (name.startsWith('build-')) await rm(join(cache.folder, name), { recursive: true, force: true })
  }
}

async function buildTrouble(cache: WorkerCache, failure: ChildResult): Promise<WorkerTrouble> {
  const log = join(cache.folder, 'build.log')
  const said = failure.tail.trim()
  await writeFile(log, `${said}\n`).catch(() => undefined)
  const error = said.split('\n').find((line) => /error/i.test(line)) ?? said.split('\n').at(-1) ?? ''
  return new WorkerTrouble({
    code: 'worker.build-failed',
    detail: `Building the media worker failed: ${error.slice(0, 300)} (more in ${log})`,
  })
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
