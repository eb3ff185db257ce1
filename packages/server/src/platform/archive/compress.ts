import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/** Compressed (RFC 1952), quickly rather than well: what is sealed can't be made smaller. */
export function compressed(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  return through(bytes, createGzip({ level: 1 }))
}

/** As it was before. @throws Error where it isn't whole */
export function uncompressed(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  return through(bytes, createGunzip())
}

async function* through(
  bytes: AsyncIterable<Uint8Array>,
  change: ReturnType<typeof createGzip | typeof createGunzip>,
): AsyncGenerator<Uint8Array> {
  const done = pipeline(bytes, change)
  // It is told below, or by the stream itself.
  done.catch(() => {})
  yield* change as AsyncIterable<Uint8Array>
  await done
}
