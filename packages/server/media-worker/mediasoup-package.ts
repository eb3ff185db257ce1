import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The installed mediasoup package: its version, its worker's sources, where it publishes. */
export interface MediasoupPackage {
  version: string
  workerSource: string
  /** Web address of the repository, without `git+` and `.git`. */
  repository: string
}

export function mediasoupPackage(): MediasoupPackage {
  // The entry is node/lib/index.js; package.json itself isn't among the package's exports.
  const root = join(dirname(createRequire(import.meta.url).resolve('mediasoup')), '..', '..')
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
    repository: { url: string }
  }
  return {
    version: manifest.version,
    workerSource: join(root, 'worker'),
    repository: manifest.repository.url.replace(/^git\+/, '').replace(/\.git$/, ''),
  }
}
