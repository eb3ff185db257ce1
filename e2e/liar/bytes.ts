import { fromBase64url, toBase64url } from '../../packages/client/src/sealing/base64url.ts'

export interface Readable {
  leaf: number
  said: Record<string, unknown>
}

/** The leaf, then version, addressee and counter, where words went unsealed. */
const head = 14

/** Changes what was said where it can be read; else a bit of it, as a server does that can only try. */
export function altered(message: string, change: (read: Readable) => Readable): string {
  const bytes = fromBase64url(message)
  const read = readable(bytes)
  if (read === null) {
    const last = bytes.length - 1
    bytes[last] = (bytes[last] ?? 0) ^ 1
    return toBase64url(bytes)
  }
  const { leaf, said } = change(read)
  const content = new TextEncoder().encode(JSON.stringify(said))
  return toBase64url(Uint8Array.from([leaf, ...bytes.slice(1, head), ...content]))
}

function readable(bytes: Uint8Array): Readable | null {
  try {
    const said = JSON.parse(new TextDecoder().decode(bytes.slice(head))) as Record<string, unknown>
    return { leaf: bytes[0] ?? 0, said }
  } catch {
    return null
  }
}
