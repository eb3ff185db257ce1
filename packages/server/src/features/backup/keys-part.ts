import * as z from 'zod'
import type { StoreCopy } from '../../platform/seals/key-store.ts'

const State = z.strictObject({ epoch: z.int().positive(), kekCheck: z.string(), pepperCheck: z.string() })
const Key = z.strictObject({
  record: z.string().min(1),
  category: z.string(),
  epoch: z.int().positive(),
  wrapped: z.base64url().transform((text) => new Uint8Array(Buffer.from(text, 'base64url'))),
  madeAt: z.iso.datetime().transform((text) => new Date(text)),
})

/** A key store's copy as lines of JSON: its state, then each key, wrapped. Either kind of store reads it. */
export async function* copyKeys({ state, keys }: StoreCopy): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${JSON.stringify(state)}\n`)
  for (const { wrapped, ...key } of keys)
    yield Buffer.from(`${JSON.stringify({ ...key, wrapped: Buffer.from(wrapped).toString('base64url') })}\n`)
}

/** @throws ZodError for what `copyKeys` didn't write */
export function readKeys(text: string): StoreCopy {
  const [first = '', ...lines] = text.split('\n').filter((line) => line !== '')
  return { state: State.parse(JSON.parse(first)), keys: lines.map((line) => Key.parse(JSON.parse(line))) }
}
