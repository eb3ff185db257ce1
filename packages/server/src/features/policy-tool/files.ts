import { readdirSync } from 'node:fs'
import path from 'node:path'

/** The profiles in a folder, in the order of their names. */
export function profilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => path.join(folder, name))
}

/** As people read it: from where they stand. */
export function shown(file: string): string {
  const relative = path.relative(process.cwd(), file)
  return relative.startsWith('..') ? file : relative
}
