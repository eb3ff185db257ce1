import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { embeddedEngine, openEmbedded } from '../../src/platform/db/embedded.ts'
import { EmbeddedPool } from '../../src/platform/db/embedded-pool.ts'
import { EmbeddedThread } from '../../src/platform/db/embedded-thread.ts'
import type { Engine } from '../../src/platform/db/engine.ts'
import { openServer } from '../../src/platform/db/server.ts'
import { startPostgres } from './postgres.ts'
import { testTemplate } from './test-database.ts'

/** A database that is empty at first, and can be opened again after it was closed. */
export interface Place {
  open(): Promise<Engine>
}

/** For tests: the engines that this machine has, by name, each with a way to new databases. */
export async function enginesForTests(): Promise<[name: string, newPlace: () => Promise<Place>][]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-places-'))
  const server = await startPostgres()
  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true })
  })
  const embedded = async (): Promise<Place> => embeddedPlace(mkdtempSync(path.join(folder, 'place-')))
  if (server === null) return [['embedded', embedded]]
  const onServer = async (): Promise<Place> => {
    const url = await server.createDatabase()
    return { open: () => openServer(url) }
  }
  return [
    ['embedded', embedded],
    ['server', onServer],
  ]
}

/** Begins with a copy of an empty cluster, since making one takes seconds. */
function embeddedPlace(folder: string): Place {
  let isMade = false
  return {
    open: async () => {
      if (isMade) return openEmbedded(folder)
      isMade = true
      const thread = await EmbeddedThread.start({ folder: path.join(folder, 'files'), template: await testTemplate() })
      return embeddedEngine(new EmbeddedPool(thread), () => {})
    },
  }
}
