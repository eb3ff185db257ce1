import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buildWorker } from './build.ts'
import { findCached, removeLeftovers, workerCache, type WorkerBinary, type WorkerCache } from './cache.ts'
import { workerRuns } from './check.ts'
import { followProgress, publishProgress } from './follow.ts'
import { withLock } from './lock.ts'
import { mediasoupPackage, type MediasoupPackage } from './mediasoup-package.ts'
import { ensurePackages } from './packages.ts'
import { fetchPrebuilt } from './prebuilt.ts'
import type { ReportProgress } from './progress.ts'
import { recipeHash } from './recipe.ts'
import type { WorkerSettings } from './settings.ts'
import { WorkerTrouble } from './trouble.ts'

export interface ProvideOptions {
  settings: WorkerSettings
  onProgress?: ReportProgress
  /** Ends what is under way, children included; `provideWorker` then rejects with the signal's reason. */
  signal?: AbortSignal
}

/**
 * A mediasoup worker binary that runs on this machine: cached, else the official prebuilt one, else built from the
 * sources in the mediasoup package. Heavy work is done by children at low priority; safe to call from several processes.
 * @throws WorkerTrouble
 */
export async function provideWorker({
  settings,
  onProgress = () => undefined,
  signal,
}: ProvideOptions): Promise<WorkerBinary> {
  if (settings.binary !== null) return configuredWorker(settings.binary)
  const mediasoup = mediasoupPackage()
  const cache = workerCache(settings, mediasoup, await recipeHash())
  const cached = await findCached(cache)
  if (cached !== null) return cached

  await makeFolder(cache)
  let stopFollowing = () => {}
  const onWait = () => {
    stopFollowing = followProgress(cache.folder, onProgress)
  }
  try {
    return await withLock(join(cache.folder, 'lock'), { signal, onWait }, async () => {
      stopFollowing()
      await removeLeftovers(cache)
      const report = publishProgress(cache.folder, onProgress)
      return (await findCached(cache, true)) ?? (await makeWorker(cache, mediasoup, settings, { signal, report }))
    })
  } finally {
    stopFollowing()
  }
}

/** The worker that a start would use without fetching or building anything; null where there is none yet. */
export async function findWorker(settings: WorkerSettings): Promise<WorkerBinary | null> {
  if (settings.binary !== null) return configuredWorker(settings.binary)
  return findCached(workerCache(settings, mediasoupPackage(), await recipeHash()))
}

async function makeWorker(
  cache: WorkerCache,
  mediasoup: MediasoupPackage,
  settings: WorkerSettings,
  options: { signal?: AbortSignal | undefined; report: ReportProgress },
): Promise<WorkerBinary> {
  const prebuilt = await fetchPrebuilt(cache, mediasoup, settings.prebuilt, options)
  if ('worker' in prebuilt) return prebuilt.worker
  options.report({ step: `No prebuilt media worker (${prebuilt.reason})`, fraction: null, secondsLeft: null })
  await ensurePackages(options)
  return buildWorker(cache, mediasoup, options)
}

async function configuredWorker(path: string): Promise<WorkerBinary> {
  if (await workerRuns(path)) return { path, source: 'configured' }
  throw new WorkerTrouble({
    code: 'worker.start-failed',
    detail: `MEDIASOUP_WORKER_BIN names ${path}, which is not a worker of mediasoup ${mediasoupPackage().version} that runs here`,
  })
}

async function makeFolder(cache: WorkerCache): Promise<void> {
  try {
    await mkdir(cache.folder, { recursive: true })
  } catch {
    throw new WorkerTrouble({
      code: 'worker.build-failed',
      detail: `The media worker is kept in ${cache.folder}, which can't be made; SAMTALE_CACHE_DIR names another place`,
    })
  }
}
