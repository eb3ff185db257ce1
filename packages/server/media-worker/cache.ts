import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { workerRuns } from './check.ts'
import type { MediasoupPackage } from './mediasoup-package.ts'
import type { WorkerSettings } from './settings.ts'

export type WorkerSource = 'configured' | 'prebuilt' | 'built'

export interface WorkerBinary {
  path: string
  source: WorkerSource
}

/**
 * A folder per mediasoup version and kind of machine. A binary's name holds what it came from and the SHA-256 of its
 * bytes, so that one rename puts it in place, and reading it shows whether it is whole.
 */
export interface WorkerCache {
  folder: string
  /** Names that this checkout trusts, best first: prebuilt, then built from this very recipe. */
  kinds: { source: WorkerSource; prefix: string }[]
}

export function workerCache(settings: WorkerSettings, mediasoup: MediasoupPackage, recipe: string): WorkerCache {
  return {
    folder: join(settings.cacheDir, 'media-worker', `${mediasoup.version}-${process.platform}-${process.arch}`),
    kinds: [
      { source: 'prebuilt', prefix: 'prebuilt-' },
      { source: 'built', prefix: `built-${recipe}-` },
    ],
  }
}

/** The best binary that is whole and runs here. Broken ones are removed where `removeBroken` (hold the lock for that). */
export async function findCached(cache: WorkerCache, removeBroken = false): Promise<WorkerBinary | null> {
  const names = await readdir(cache.folder).catch(() => [])
  for (const { source, prefix } of cache.kinds) {
    for (const name of names.filter((entry) => entry.startsWith(prefix))) {
      const path = join(cache.folder, name)
      if ((await isWhole(path, name.slice(prefix.length))) && (await workerRuns(path))) return { path, source }
      if (removeBroken) await rm(path, { force: true })
    }
  }
  return null
}

/** Copies a binary into the cache, atomically: another process sees all of it or nothing. */
export async function storeWorker(cache: WorkerCache, source: WorkerSource, file: string): Promise<WorkerBinary> {
  const prefix = cache.kinds.find((kind) => kind.source === source)?.prefix ?? `${source}-`
  await mkdir(cache.folder, { recursive: true })
  const path = join(cache.folder, prefix + sha256(await readFile(file)))
  const arriving = join(cache.folder, `arriving-${process.pid}`)
  await copyFile(file, arriving, constants.COPYFILE_FICLONE)
  const handle = await open(arriving, 'r+')
  await handle.chmod(0o755)
  await handle.sync()
  await handle.close()
  await rename(arriving, path)
  return { path, source }
}

/** Removes what interrupted processes left; whoever holds the lock may. Builds stay: they go on. */
export async function removeLeftovers(cache: WorkerCache): Promise<void> {
  const left = (await readdir(cache.folder)).filter((name) => /^(arriving-|progress-|prebuilt\.)/.test(name))
  await Promise.all(left.map((name) => rm(join(cache.folder, name), { recursive: true, force: true })))
}

async function isWhole(path: string, expected: string): Promise<boolean> {
  try {
    return sha256(await readFile(path)) === expected
  } catch {
    return false
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
