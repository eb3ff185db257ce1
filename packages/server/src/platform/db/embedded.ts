import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { packFolder } from '../archive/pack-folder.ts'
import { StartupError } from '../startup-error.ts'
import { EmbeddedPool } from './embedded-pool.ts'
import { EmbeddedThread } from './embedded-thread.ts'
import type { Engine } from './engine.ts'
import { lockFolder } from './folder-lock.ts'

/**
 * Opens the database of a folder, making it where there is none. Nobody but this account can look inside.
 * @throws StartupError `db.in-use`, `db.open-failed`
 */
export async function openEmbedded(folder: string): Promise<Engine> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    const unlock = lockFolder(folder)
    try {
      const files = path.join(folder, 'files')
      return embeddedEngine(new EmbeddedPool(await startThread(files)), unlock, files)
    } catch (error) {
      unlock()
      throw error
    }
  } catch (error) {
    if (error instanceof StartupError) throw error
    const reason = error instanceof Error ? error.message : 'no reason given'
    throw new StartupError('db.open-failed', `The database in ${folder} can't be opened: ${reason}`)
  }
}

/**
 * @param closed called when the database has been closed
 * @param files the folder that it has its files in; null where it is in memory, and can't be copied
 */
export function embeddedEngine(pool: EmbeddedPool, closed: () => void, files: string | null = null): Engine {
  const end = () => pool.end().finally(closed)
  return {
    copy: { engine: 'embedded', bytes: () => copyFiles(pool, files) },
    owner: pool,
    verifierOf: () => null,
    enter: async (login) => {
      const channel = await pool.handOver(login)
      return { once: (role, statement) => channel.once(role, statement), begin: () => channel.begin(), end }
    },
    abandon: end,
  }
}

async function startThread(files: string): Promise<EmbeddedThread> {
  if (!existsSync(files)) await makeDatabase(files)
  return EmbeddedThread.start({ folder: files, template: null })
}

// Made beside and moved: a start that is cut short leaves no half database behind that later starts would trip over.
async function makeDatabase(files: string): Promise<void> {
  const unfinished = `${files}-unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const thread = await EmbeddedThread.start({ folder: unfinished, template: null })
  await thread.close()
  renameSync(unfinished, files)
}

/** What stands in its files when nobody speaks is what a power cut would leave, and opens as well. */
async function* copyFiles(pool: EmbeddedPool, files: string | null): AsyncGenerator<Uint8Array> {
  if (files === null) throw new TypeError('A database in memory has no files.')
  const release = await pool.turn()
  try {
    yield* packFolder(files, ['postmaster.pid', 'postmaster.opts'])
  } finally {
    release()
  }
}
