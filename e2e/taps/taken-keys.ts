import type { BrowserContext, Page } from '@playwright/test'
import { prepend } from './clear-pages.ts'

declare global {
  interface Window {
    /** Hex. */
    takenKeys: Record<string, string>
  }
}

/** Before the app is loaded: its two workers tell the test every key that they use, which they tell nobody else. */
export async function takeKeys(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.takenKeys = {}
    new BroadcastChannel('taken-keys').addEventListener('message', ({ data }) => {
      // The worker that frames pass through imports what it was given.
      if (window.takenKeys[data.bytes] !== 'media') window.takenKeys[data.bytes] = data.what
    })
  })
  await prepend(context, 'group-worker', tellKeys)
  await prepend(context, 'frame-worker', tellKeys)
}

/** Bytes by what they are. What isn't chance, as an empty salt, is left out. */
export async function keysTakenFrom(pages: readonly Page[]): Promise<{ what: string; bytes: Buffer }[]> {
  const taken = await Promise.all(pages.map((page) => page.evaluate(() => window.takenKeys)))
  return Object.entries(Object.assign({}, ...taken) as Record<string, string>)
    .map(([bytes, what]) => ({ what, bytes: Buffer.from(bytes, 'hex') }))
    .filter(({ bytes }) => new Set(bytes).size >= 8)
}

/** Public keys are no secret, and what a safety number is made from is public. */
const tellKeys = `{
  const channel = new BroadcastChannel('taken-keys')
  const tell = (what, data) => {
    const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    channel.postMessage({ what, bytes: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') })
  }
  const { importKey } = SubtleCrypto.prototype
  SubtleCrypto.prototype.importKey = function (format, data, algorithm, ...rest) {
    const name = algorithm.name ?? algorithm
    if (format === 'raw' && !['Ed25519', 'X25519', 'PBKDF2'].includes(name)) tell(name, data)
    return importKey.call(this, format, data, algorithm, ...rest)
  }
  const { postMessage } = MessagePort.prototype
  MessagePort.prototype.postMessage = function (message, ...rest) {
    if (message.type === 'send-key') tell('media', message.key.baseKey)
    if (message.type === 'receive-keys') for (const { baseKey } of message.keys.senders) tell('media', baseKey)
    return postMessage.call(this, message, ...rest)
  }
}`
