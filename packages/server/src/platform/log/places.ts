import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const installation = fileURLToPath(new URL('../../../../../', import.meta.url))
const most = 6
const known = new Map<string, boolean>()

/**
 * Where an error was made: up to six `file:line` of this installation, innermost first, parted by ` | `; empty where there
 * is none. Names of functions are left out, since the engine takes them from property names, which may be data; so is
 * what stands in the message, and every path that no file has.
 *
 * @param leftOut files of which nothing is to be told
 */
export function placesOf(error: Error, leftOut: RegExp | null = null): string {
  const frames = framesBelow(error).flatMap((line) => {
    const [, file = '', at = ''] = /(?:file:\/\/)?(\/[^\s()]+):(\d+):\d+\)?$/.exec(line) ?? []
    const place = file === '' ? null : placeOf(file)
    return place === null || leftOut?.test(place) ? [] : [`${place}:${at}`]
  })
  return frames.slice(0, most).join(' | ')
}

// The stack begins with the message, which may have lines that look like frames.
function framesBelow({ stack, message }: Error): string[] {
  if (typeof stack !== 'string') return []
  const start = message === '' ? 0 : stack.indexOf(message) + message.length
  if (start < message.length) return []
  return stack
    .slice(start)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
}

function placeOf(file: string): string | null {
  const place = decoded(file)
  if (!place.startsWith(installation)) return null
  const exists = known.get(place) ?? existsSync(place)
  known.set(place, exists)
  return exists ? path.relative(installation, place).split(path.sep).join('/') : null
}

function decoded(file: string): string {
  try {
    return decodeURI(file)
  } catch {
    return file
  }
}
