import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { uncompressed } from '../../../platform/archive/compress.ts'
import { unpackFolder } from '../../../platform/archive/pack-folder.ts'
import { syncFolder } from '../../../platform/archive/write-archive.ts'
import type { Archive } from '../../../platform/archive/read-archive.ts'
import { lockFolder } from '../../../platform/db/folder-lock.ts'
import { StartupError } from '../../../platform/startup-error.ts'
import { refusal } from '../refusals.ts'
import type { Placing } from './restore.ts'

/** An embedded database, unpacked beside the one that it replaces and put in its place by two renames. */
export function placeEmbedded(folder: string): Placing {
  const beside = `${folder}-restoring`
  const old = `${folder}-replaced`
  let lock: (() => void) | null = null
  const unlock = () => {
    lock?.()
    lock = null
  }
  return {
    // Where a restore was cut short, the database that was there may lie beside.
    hasData: async () => existsSync(path.join(folder, 'files')) || existsSync(path.join(old, 'files')),
    refuseServed: async () => {
      if (!existsSync(folder)) return
      try {
        lock = lockFolder(folder)
      } catch (error) {
        if (error instanceof StartupError) throw refusal('restore.running', '')
        throw error
      }
    },
    prepare: async (archive: Archive) => {
      rmSync(beside, { recursive: true, force: true })
      await unpackFolder(uncompressed(archive.read('database.tar.gz')), path.join(beside, 'files'))
    },
    place: async () => {
      if (existsSync(folder)) {
        rmSync(old, { recursive: true, force: true })
        renameSync(folder, old)
      }
      renameSync(beside, folder)
      await syncFolder(path.dirname(folder))
    },
    undo: async () => {
      rmSync(beside, { recursive: true, force: true })
      if (!existsSync(folder) && existsSync(old)) renameSync(old, folder)
      unlock()
      return existsSync(folder) || !existsSync(old)
    },
    clearUp: async () => {
      unlock()
      // The only one there is, where putting the other in its place failed.
      if (existsSync(path.join(folder, 'files'))) rmSync(old, { recursive: true, force: true })
      rmSync(beside, { recursive: true, force: true })
    },
  }
}
