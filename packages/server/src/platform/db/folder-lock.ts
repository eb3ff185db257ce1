import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartupError } from '../startup-error.ts'

/**
 * Takes a data folder for this process alone; returns how to give it back.
 *
 * The lock is one of the operating system (SQLite's, on a file that holds nothing else): it ends with the process,
 * however that ends, so there is no stale lock to recognise, and two processes that start at once can't both have it.
 * @throws StartupError `db.in-use`
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(path.join(folder, 'lock'))
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw new StartupError('db.in-use', `Another Samtale has the folder ${folder} open.`)
    throw error
  }
  return () => lock.close()
}

const sqliteBusy = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy
}
