import { tmpdir } from 'node:os'
import path from 'node:path'
import { sha256 } from '../ids.ts'

/** Bytes that a socket's path may have, less than `sun_path` of Linux and macOS (104). */
const longest = 100

/** Where the server of a data folder listens for the `samtale` program. */
export function controlSocket(dataDir: string): string {
  const within = path.join(dataDir, 'control.sock')
  if (Buffer.byteLength(within) <= longest) return within
  return path.join(tmpdir(), `samtale-${sha256(path.resolve(dataDir)).slice(0, 24)}.sock`)
}
