import { closeSync, fstatSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Replaces a file of secrets as a whole: whoever reads sees the old one or the new, also after a power cut, and the new
 * one is on the disk when this returns. Readable by its owner only. One writer at a time.
 * @throws NodeJS.ErrnoException
 */
export function replaceFile(file: string, text: string): void {
  const unfinished = unfinishedOf(file)
  clearUnfinished(file)
  const old = openOld(file)
  try {
    writeDurably(unfinished, text)
    renameSync(unfinished, file)
    syncFolder(path.dirname(file))
    if (old !== null) overwrite(old)
  } finally {
    clearUnfinished(file)
    if (old !== null) closeSync(old)
  }
}

/** Removes what a writer that was cut short left: it has secrets too. */
export function clearUnfinished(file: string): void {
  rmSync(unfinishedOf(file), { force: true })
}

function unfinishedOf(file: string): string {
  return `${file}.new`
}

function openOld(file: string): number | null {
  try {
    return openSync(file, 'r+')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function writeDurably(file: string, text: string): void {
  const opened = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(opened, text)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

// What was destroyed would otherwise stay in blocks that the file system gave up. A file that still has a name (a hard
// link) is a copy that somebody keeps.
function overwrite(old: number): void {
  const { size, nlink } = fstatSync(old)
  if (nlink > 0) return
  writeFileSync(old, Buffer.alloc(size))
  fsyncSync(old)
}

/** The code of an error of the operating system, such as `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
