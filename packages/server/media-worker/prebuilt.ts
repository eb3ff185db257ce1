import { mkdtemp, rm } from 'node:fs/promises'
import { release } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { storeWorker, type WorkerBinary, type WorkerCache } from './cache.ts'
import { workerRuns } from './check.ts'
import { endingWithUs, runChild } from './child.ts'
import type { MediasoupPackage } from './mediasoup-package.ts'
import type { ReportProgress } from './progress.ts'
import type { WorkerSettings } from './settings.ts'

const STEP = 'Fetching the media worker'

export type PrebuiltResult = { worker: WorkerBinary } | { reason: string }

/**
 * Fetches the worker that mediasoup's makers build for this kind of machine, as the package's own install script would.
 * Resolves to a short reason where there is none, where it can't be reached, or where it doesn't run here.
 */
export async function fetchPrebuilt(
  cache: WorkerCache,
  mediasoup: MediasoupPackage,
  prebuilt: WorkerSettings['prebuilt'],
  options: { signal?: AbortSignal | undefined; report: ReportProgress },
): Promise<PrebuiltResult> {
  if (prebuilt === 'none') return { reason: 'switched off' }
  const base = prebuilt === 'default' ? `${mediasoup.repository}/releases/download` : prebuilt.baseUrl
  const folder = await mkdtemp(join(cache.folder, 'prebuilt.'))
  try {
    options.report({ step: STEP, fraction: null, secondsLeft: null })
    const archive = join(folder, 'worker.tgz')
    const failure = await download(`${base}/${mediasoup.version}/${archiveName(mediasoup)}`, archive, options)
    if (failure !== null) return { reason: failure }
    const unpacked = await runChild(['tar', '-xzf', archive, '-C', folder, 'mediasoup-worker'], options)
    const binary = join(folder, 'mediasoup-worker')
    if (unpacked.code !== 0) return { reason: 'unreadable archive' }
    if (!(await workerRuns(binary))) return { reason: "doesn't run on this machine" }
    return { worker: await storeWorker(cache, 'prebuilt', binary) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** As mediasoup's npm-scripts.mjs names its releases' files. */
function archiveName(mediasoup: MediasoupPackage): string {
  const kernel = process.platform === 'linux' ? `-kernel${release().split('.')[0]}` : ''
  return `mediasoup-worker-${mediasoup.version}-${process.platform}-${process.arch}${kernel}.tgz`
}

/** Resolves to null, or to the reason why not. */
async function download(
  address: string,
  file: string,
  { signal, report }: { signal?: AbortSignal | undefined; report: ReportProgress },
): Promise<string | null> {
  const startedAt = performance.now()
  const program = fileURLToPath(new URL('download-prebuilt.ts', import.meta.url))
  // --use-env-proxy: honours HTTPS_PROXY and NO_PROXY.
  const { code, tail } = await runChild(endingWithUs([process.execPath, '--use-env-proxy', program, address, file]), {
    signal,
    onLine: (line) => {
      const [received = 0, total = 0] = line.split('/').map(Number)
      if (!(received > 0 && total > 0)) return
      const seconds = (performance.now() - startedAt) / 1000
      report({
        step: STEP,
        fraction: received / total,
        secondsLeft: Math.ceil((seconds * (total - received)) / received),
      })
    },
  })
  return code === 0 ? null : (tail.split('\n').at(-1) ?? 'failed')
}
