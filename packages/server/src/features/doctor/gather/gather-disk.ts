import { accessSync, constants, existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import type { FolderFacts } from '../checks/check-disk.ts'

/** A folder that isn't there yet is judged by the nearest one above it, where it would be made. */
export async function gatherDisk(folders: readonly string[]): Promise<FolderFacts[]> {
  return Promise.all(
    folders.map(async (folder) => {
      const there = nearestExisting(folder)
      const { bavail, bsize } = await statfs(there)
      return { folder, isWritable: isWritable(there), freeBytes: bavail * bsize }
    }),
  )
}

export function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(path.dirname(folder))
}

export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}
