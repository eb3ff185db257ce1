import { createHash } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { blockBytes, paddingOf, tarEnd, tarHeader } from './tar.ts'

/** A part of an archive. */
export interface ArchivePart {
  readonly name: string
  readonly bytes: number
  /** SHA-256, in hexadecimal. */
  readonly sha256: string
}

export interface ArchiveWriter {
  add(name: string, content: AsyncIterable<Uint8Array>): Promise<ArchivePart>
  /** Adds what says that the archive is whole, and gives it its name. */
  finish(name: string, content: string): Promise<void>
  /** Removes what was written. */
  abandon(): Promise<void>
}

/** What a file is called while it is written. */
export const unfinished = '.part'

/**
 * Writes a tar file part by part, which only its owner may read. Until `finish` it has another name: whoever is cut short
 * leaves no file that looks whole.
 * @throws NodeJS.ErrnoException
 */
export async function writeArchive(target: string): Promise<ArchiveWriter> {
  const beside = target + unfinished
  await rm(beside, { force: true })
  const file = await open(beside, 'wx', 0o600)
  let at = 0
  const add = async (name: string, content: AsyncIterable<Uint8Array>): Promise<ArchivePart> => {
    const begin = at
    const part = await writePart(file, begin + blockBytes, name, content)
    await writeAt(file, tarHeader({ name, kind: 'file', size: part.bytes }), begin)
    at = begin + blockBytes + part.bytes
    const padding = Buffer.alloc(paddingOf(part.bytes))
    await writeAt(file, padding, at)
    at += padding.length
    return part
  }
  const abandon = async () => {
    await file.close().catch(() => {})
    await rm(beside, { force: true })
  }
  return {
    add,
    finish: async (name, content) => {
      await add(name, once(Buffer.from(content)))
      await writeAt(file, tarEnd, at)
      await file.sync()
      await file.close()
      await rename(beside, target)
      await syncFolder(path.dirname(target))
    },
    abandon,
  }
}

/** Puts on the disk what a folder lists. */
export async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

async function writePart(
  file: FileHandle,
  from: number,
  name: string,
  content: AsyncIterable<Uint8Array>,
): Promise<ArchivePart> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of content) {
    hash.update(piece)
    await writeAt(file, piece, from + bytes)
    bytes += piece.length
  }
  return { name, bytes, sha256: hash.digest('hex') }
}

async function writeAt(file: FileHandle, piece: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < piece.length;) {
    const { bytesWritten } = await file.write(piece, done, piece.length - done, at + done)
    done += bytesWritten
  }
}

async function* once(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content
}
