import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import { openBackup } from './manifest.ts'

const Folders = z.array(z.string())

function listOf(dataDir: string): string {
  return path.join(dataDir, 'key-copies.json')
}

/** Folders into which backups of keys were written, as far as this installation remembers. */
function foldersOf(dataDir: string): string[] {
  try {
    return Folders.parse(JSON.parse(readFileSync(listOf(dataDir), 'utf8')))
  } catch {
    return []
  }
}

/** Remembers where a backup of keys was written, so that its end can be looked after. */
export function rememberCopy(dataDir: string, file: string): void {
  const folders = [...new Set([...foldersOf(dataDir), path.dirname(file)])].filter((folder) => existsSync(folder))
  writeFileSync(listOf(dataDir), `${JSON.stringify(folders)}\n`, { mode: 0o600 })
}

/** Backups of keys whose time is over, in every folder that such were written to. */
export async function outlivedCopies(dataDir: string, now: Date): Promise<string[]> {
  const found = await Promise.all(foldersOf(dataDir).map((folder) => outlivedIn(folder, now)))
  return found.flat()
}

async function outlivedIn(folder: string, now: Date): Promise<string[]> {
  const outlived: string[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name)
    const opened = await openBackup(file).catch(() => null)
    if (opened?.manifest.holds === 'keys' && new Date(opened.manifest.keepUntil) < now) outlived.push(file)
  }
  return outlived
}
