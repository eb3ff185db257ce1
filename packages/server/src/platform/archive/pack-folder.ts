import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { blockBytes, paddingOf, readTarHeader, tarEnd, tarHeader, type TarEntry } from './tar.ts'
import { syncFolder } from './write-archive.ts'

/** A folder as a tar file. Nothing may write to it meanwhile. */
export async function* packFolder(folder: string, leaveOut: readonly string[] = []): AsyncGenerator<Uint8Array> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => !leaveOut.includes(name)).toSorted()
  for (const name of names) {
    const file = path.join(folder, name)
    const found = await stat(file)
    const spelt = name.split(path.sep).join('/')
    if (found.isDirectory()) yield tarHeader({ name: spelt, kind: 'folder', size: 0 })
    else {
      yield tarHeader({ name: spelt, kind: 'file', size: found.size })
      if (found.size > 0) yield* createReadStream(file, { end: found.size - 1 })
      yield Buffer.alloc(paddingOf(found.size))
    }
  }
  yield tarEnd
}

/**
 * Writes what `packFolder` gave into a folder that is made; all of it is on the disk when this resolves.
 * @throws Error where it isn't whole, or leads out of the folder
 */
export async function unpackFolder(source: AsyncIterable<Uint8Array>, folder: string): Promise<void> {
  const blocks = new Blocks(source)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (;;) {
    const block = await blocks.take(blockBytes)
    if (block.every((byte) => byte === 0)) break
    const entry = readTarHeader(block)
    if (entry === null || !isWithin(entry.name)) throw new Error('A part of the backup is no tar file of ours.')
    await unpackEntry(entry, path.join(folder, ...entry.name.split('/')), blocks)
  }
  await syncFolders(folder)
}

async function unpackEntry({ kind, size }: TarEntry, target: string, blocks: Blocks): Promise<void> {
  if (kind === 'folder') {
    await mkdir(target, { recursive: true, mode: 0o700 })
    return
  }
  const file = await open(target, 'wx', 0o600)
  try {
    await copyBytes(blocks, file, size)
    await file.sync()
  } finally {
    await file.close()
  }
  await blocks.take(paddingOf(size))
}

const pieceBytes = 1_048_576

async function copyBytes(blocks: Blocks, file: FileHandle, size: number): Promise<void> {
  for (let left = size; left > 0;) {
    const piece = await blocks.take(Math.min(left, pieceBytes))
    await file.writeFile(piece)
    left -= piece.length
  }
}

function isWithin(name: string): boolean {
  return !name.includes('\\') && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

async function syncFolders(folder: string): Promise<void> {
  const below = await readdir(folder, { recursive: true, withFileTypes: true })
  const folders = below.filter((one) => one.isDirectory()).map((one) => path.join(one.parentPath, one.name))
  for (const one of [...folders, folder]) await syncFolder(one)
}

/** A stream, taken in pieces of the sizes that are asked for. */
class Blocks {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async take(bytes: number): Promise<Buffer> {
    const parts = [this.#held]
    let length = this.#held.length
    while (length < bytes) {
      const next = await this.#source.next()
      if (next.done === true) throw new Error('A part of the backup is cut short.')
      parts.push(Buffer.from(next.value))
      length += next.value.length
    }
    const all = Buffer.concat(parts)
    this.#held = all.subarray(bytes)
    return all.subarray(0, bytes)
  }
}
