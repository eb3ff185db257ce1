import { existsSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { refusal } from './refusals.ts'

/**
 * The file that a backup is written to: the one named, or in a folder that is there one named after the time.
 * @param kind `backup` or `keys`
 * @throws CommandRefused `backup.destination-inside`, `backup.destination-taken`, `backup.destination-unwritable`
 */
export function destinationOf(named: string, kind: 'backup' | 'keys', dataDir: string, now: Date): string {
  const isFolder = statSync(named, { throwIfNoEntry: false })?.isDirectory() === true
  const time = now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const file = isFolder ? path.join(named, `samtale-${time}.${kind}`) : named
  if (!existsSync(path.dirname(file)))
    throw refusal('backup.destination-unwritable', `${path.dirname(file)} isn't there.`)
  if (isWithin(real(path.dirname(file)), real(dataDir))) throw refusal('backup.destination-inside', `${file}:`)
  if (existsSync(file)) throw refusal('backup.destination-taken', `${file}:`)
  return file
}

function isWithin(folder: string, outer: string): boolean {
  const way = path.relative(outer, folder)
  return way === '' || (!way.startsWith(`..${path.sep}`) && way !== '..' && !path.isAbsolute(way))
}

function real(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : path.resolve(folder)
}
