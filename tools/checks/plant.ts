import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readSourceFiles, type SourceFile } from './source-files.ts'

export const projectRoot = path.resolve(import.meta.dirname, '../..')

/** Writes a small project with the given files, hands over its folder, and removes it. Dependencies are ours, linked. */
export async function withPlanted<T>(
  files: Record<string, string>,
  work: (root: string) => T | Promise<T>,
): Promise<T> {
  const root = mkdtempSync(path.join(tmpdir(), 'samtale-planted-'))
  try {
    for (const folder of ['packages', 'e2e', 'tools']) mkdirSync(path.join(root, folder))
    symlinkSync(path.join(projectRoot, 'node_modules'), path.join(root, 'node_modules'))
    for (const [place, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, place)), { recursive: true })
      writeFileSync(path.join(root, place), text)
    }
    return await work(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** What a check says about a project that has just the given files. */
export function found(
  check: (files: readonly SourceFile[]) => string[],
  files: Record<string, string>,
): Promise<string[]> {
  return withPlanted(files, (root) => check(readSourceFiles(root)))
}
