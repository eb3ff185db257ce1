/**
 * A program of its own, run by prebuilt.ts: fetches an address into a file. Prints `received/total` in bytes as it goes,
 * and on failure one word that says why. A closed network must not hold up the build that follows, hence the limits.
 */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const ANSWER_MS = 6_000
const SILENCE_MS = 10_000
const WHOLE_MS = 120_000

const [address = '', file = ''] = process.argv.slice(2)
const stop = new AbortController()
setTimeout(() => stop.abort('too-slow'), WHOLE_MS).unref()
let silence = setTimeout(() => stop.abort('no-answer'), ANSWER_MS)

try {
  const response = await fetch(address, { signal: stop.signal })
  if (!response.ok || response.body === null) throw new Error(`http-${response.status}`)
  const total = Number(response.headers.get('content-length') ?? 0)
  let received = 0
  await pipeline(
    Readable.fromWeb(response.body),
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        clearTimeout(silence)
        silence = setTimeout(() => stop.abort('stalled'), SILENCE_MS)
        received += chunk.length
        process.stdout.write(`${received}/${total}\n`)
        yield chunk
      }
    },
    createWriteStream(file),
    { signal: stop.signal },
  )
  process.exit(0)
} catch (error) {
  process.stdout.write(`${reason(error)}\n`)
  process.exit(1)
}

function reason(error: unknown): string {
  if (stop.signal.aborted) return String(stop.signal.reason)
  if (!(error instanceof Error)) return 'failed'
  const cause = error.cause
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return error.message
}
