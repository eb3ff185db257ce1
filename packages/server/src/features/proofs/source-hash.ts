import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** What an installation and its tests are made of, as paths from the root of the project. */
const folders = ['packages', 'profiles', 'tools'] as const
const files = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'vitest.config.ts'] as const

/** What is made, installed or kept, and not written. */
const left: ReadonlySet<string> = new Set(['node_modules', 'dist', 'dist-next', 'dist-last', 'data', 'test-results'])

/**
 * Recognises the sources of an installation: SHA-256 over the places and contents of their files, in the order of the
 * places. Documents are left out, since nothing runs by them, and so is how lines end.
 */
export async function sourceHash(root: string): Promise<string> {
  const inside = await Promise.all(folders.map((folder) => sourcesIn(root, folder)))
  const places = [...files, ...inside.flat()].toSorted()
  const hashes = await Promise.all(places.map((place) => hashOf(path.join(root, place))))
  const all = createHash('sha256')
  for (const [index, place] of places.entries()) all.update(`${hashes[index] ?? ''} ${place}\n`)
  return all.digest('hex')
}

async function sourcesIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true })
  const found = entries.map(async (entry): Promise<string[]> => {
    const { name } = entry
    if (name.startsWith('.') || left.has(name)) return []
    if (entry.isDirectory()) return sourcesIn(root, `${folder}/${name}`)
    return entry.isFile() && !/\.(?:md|log)$/.test(name) ? [`${folder}/${name}`] : []
  })
  return (await Promise.all(found)).flat()
}

async function hashOf(file: string): Promise<string> {
  const text = await readFile(file, 'latin1')
  return createHash('sha256').update(text.replaceAll('\r\n', '\n'), 'latin1').digest('hex')
}
