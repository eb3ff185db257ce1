import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file of an archive; its content is asked for when its turn comes. */
export interface ZipEntry {
  readonly name: string
  content(): AsyncIterable<string | Uint8Array>
}

/**
 * Packs files into a ZIP as they are read: one after another, no faster than somebody takes what is packed. Where a file
 * breaks off, so does the archive, by the same error.
 */
export async function* zipOf(entries: readonly ZipEntry[], at: Date): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const out = zip.outputStream
  if (!(out instanceof Readable)) throw new TypeError('yazl gives no stream.')
  const read: Readable[] = []
  zip.on('error', (error: Error) => out.destroy(error))
  for (const { name, content } of entries) {
    zip.addReadStreamLazy(name, { mtime: at, mode: 0o100600 }, (give) => {
      const file = Readable.from(inPieces(content()))
      // yazl looks at errors of its own only.
      file.on('error', (error) => out.destroy(error))
      read[0] = file
      give(null, file)
    })
  }
  zip.end()
  try {
    for await (const part of out) yield part
  } finally {
    // Whoever stops taking ends what is being read.
    read[0]?.destroy()
  }
}

const pieceLength = 65_536

/** Few long pieces, whatever was written. */
async function* inPieces(parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let piece = ''
  for await (const text of parts) {
    if (typeof text !== 'string') {
      yield text
      continue
    }
    piece += text
    if (piece.length < pieceLength) continue
    yield Buffer.from(piece)
    piece = ''
  }
  if (piece !== '') yield Buffer.from(piece)
}
