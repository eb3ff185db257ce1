import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
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
      return embeddedEngine(new EmbeddedPool(await startThread(path.join(folder, 'files'))), unlock)
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

/** @param closed called when the database has been closed */
export function embeddedEngine(pool: EmbeddedPool, closed: () => void): Engine {
  const end = () => pool.end().finally(closed)
  return {
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
