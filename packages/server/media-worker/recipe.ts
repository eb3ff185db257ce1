import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of CMakeLists.txt and compat/. */
export const recipeFolder = fileURLToPath(new URL('.', import.meta.url))

/** Changes when the way the worker is built changes; part of a built worker's name in the cache. */
export async function recipeHash(): Promise<string> {
  const compat = await readdir(join(recipeFolder, 'compat'), { recursive: true, withFileTypes: true })
  const files = compat.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of [join(recipeFolder, 'CMakeLists.txt'), ...files.toSorted()]) hash.update(await readFile(file))
  return hash.digest('hex').slice(0, 12)
}
