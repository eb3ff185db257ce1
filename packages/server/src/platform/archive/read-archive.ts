import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { blockBytes, paddingOf, readTarHeader } from './tar.ts'
import type { ArchivePart } from './write-archive.ts'

/** A file that `writeArchive` finished. */
export interface Archive {
  /** Names of its parts, in order. */
  readonly names: readonly string[]
  read(name: string): AsyncIterable<Uint8Array>
  text(name: string): Promise<string>
  /** Whether a part has the bytes that were written. */
  isIntact(part: ArchivePart): Promise<boolean>
}

/** Null where the file is no archive, or is cut short. @throws NodeJS.ErrnoException where it can't be read */
export async function readArchive(source: string): Promise<Archive | null> {
  const places = await findParts(source)
  if (places === null) return null
  const read = (name: string): AsyncIterable<Uint8Array> => {
    const place = places.get(name)
    if (place === undefined || place.size === 0) return nothing()
    return createReadStream(source, { start: place.at, end: place.at + place.size - 1 })
  }
  return {
    names: [...places.keys()],
    read,
    text: async (name) => {
      const pieces: Uint8Array[] = []
      for await (const piece of read(name)) pieces.push(piece)
      return Buffer.concat(pieces).toString('utf8')
    },
    isIntact: async ({ name, bytes, sha256 }) => {
      if (places.get(name)?.size !== bytes) return false
      const hash = createHash('sha256')
      for await (const piece of read(name)) hash.update(piece)
      return hash.digest('hex') === sha256
    },
  }
}

interface Place {
  readonly at: number
  readonly size: number
}

async function findParts(source: string): Promise<Map<string, Place> | null> {
  const file = await open(source, 'r')
  try {
    const { size: whole } = await file.stat()
    const places = new Map<string, Place>()
    for (let at = 0; ;) {
      const block = await blockAt(file, at)
      if (block.length === blockBytes && block.every((byte) => byte === 0)) return places
      const entry = readTarHeader(block)
      if (entry === null || entry.kind !== 'file' || places.has(entry.name)) return null
      places.set(entry.name, { at: at + blockBytes, size: entry.size })
      at += blockBytes + entry.size + paddingOf(entry.size)
      if (at > whole) return null
    }
  } finally {
    await file.close()
  }
}

async function blockAt(file: FileHandle, at: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(blockBytes), 0, blockBytes, at)
  return buffer.subarray(0, bytesRead)
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
