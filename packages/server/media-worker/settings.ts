import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the worker binary may come from, and where it is kept. */
export interface WorkerSettings {
  /** Folder for what can be made again; outside node_modules, so that a new install needn't build again. */
  cacheDir: string
  /** A binary that the operator brought; then nothing is fetched and nothing is built. */
  binary: string | null
  /** Where official binaries are fetched from: `default` is where mediasoup's package says it lives. */
  prebuilt: 'default' | 'none' | { baseUrl: string }
}

/**
 * Reads `SAMTALE_CACHE_DIR` (else `XDG_CACHE_HOME`, XDG Base Directory Specification) and mediasoup's own variables:
 * `MEDIASOUP_WORKER_BIN`, `MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD`, `MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL`.
 */
export function workerSettings(environment: Record<string, string | undefined>): WorkerSettings {
  const baseUrl = environment['MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL']
  const skip = environment['MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD']
  return {
    cacheDir:
      environment['SAMTALE_CACHE_DIR'] || join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'samtale'),
    binary: environment['MEDIASOUP_WORKER_BIN'] || null,
    prebuilt: skip ? 'none' : baseUrl ? { baseUrl } : 'default',
  }
}
