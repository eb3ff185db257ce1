import { existsSync } from 'node:fs'
import { link, open, rm } from 'node:fs/promises'
import { randomText } from '../platform/ids.ts'
import { CommandRefused } from '../platform/control/command.ts'

/** @throws CommandRefused `command.file-exists` */
export function refuseExisting(file: string): void {
  if (existsSync(file)) throw new CommandRefused('command.file-exists', `${file} is there already.`)
}

/**
 * Writes a file that only this account can read, and gives its length in bytes. It gets its name when it is whole and on
 * the disk; of one that breaks off nothing stays, and none is overwritten.
 * @throws CommandRefused `command.file-exists`, `command.file-failed`
 */
export async function saveFile(file: string, content: AsyncIterable<Uint8Array>): Promise<number> {
  const beside = `${file}.${randomText(8)}.part`
  try {
    const bytes = await writeWhole(beside, content)
    // Unlike a rename, a link doesn't take the place of a file that came meanwhile.
    await link(beside, file)
    return bytes
  } catch (error) {
    throw asRefusal(error, file)
  } finally {
    await rm(beside, { force: true })
  }
}

async function writeWhole(file: string, content: AsyncIterable<Uint8Array>): Promise<number> {
  const handle = await open(file, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const part of content) {
      await handle.write(part)
      bytes += part.length
    }
    await handle.sync()
    return bytes
  } finally {
    await handle.close()
  }
}

function asRefusal(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EEXIST') return new CommandRefused('command.file-exists', `${file} is there already.`)
  const isDisks = ['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EISDIR'].includes(String(code))
  if (isDisks) return new CommandRefused('command.file-failed', `${file} can't be written (${String(code)}).`)
  // The server ended, or something failed in it, while the file was on its way.
  if (['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'EPIPE'].includes(String(code)))
    return new CommandRefused('command.file-failed', 'The server broke off; its log says where. Nothing was kept.')
  return error
}
