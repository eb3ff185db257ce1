import type { BrowserContext } from '@playwright/test'
import { passThrough } from '../media/disturb.ts'

/** The web app of somebody whose encryption is switched off, as nothing in the product can: its two workers are altered. */
export async function switchEncryptionOff(context: BrowserContext): Promise<void> {
  await passThrough(context)
  await prepend(context, 'group-worker', sayReadably)
}

/** Puts a script of the test before that of a worker, and leaves the worker as it is otherwise. */
export function prepend(context: BrowserContext, worker: string, script: string): Promise<unknown> {
  return context.route(`**/${worker}*`, async (route) => {
    const response = await route.fetch()
    return route.fulfill({ response, body: `${script}\n${await response.text()}` })
  })
}

/** In the group's worker: what people say goes out as it is, in base64url, and is taken in likewise. */
const sayReadably = `{
  let own = ''
  let people = new Map()
  const outgoing = []
  const encode = TextEncoder.prototype.encode
  TextEncoder.prototype.encode = function (text) {
    if (typeof text === 'string' && text.startsWith('{"kind":"')) outgoing.push(text)
    return encode.call(this, text)
  }
  const post = self.postMessage.bind(self)
  self.postMessage = (message, ...rest) => {
    if (message.type === 'opened') own = message.member
    if (message.type === 'group') people = message.view?.members ?? new Map()
    if (message.type === 'request' && message.body.type === 'group.say') {
      const bytes = encode.call(new TextEncoder(), own + outgoing.shift())
      const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
      const clear = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
      message = { ...message, body: { ...message.body, message: clear } }
    }
    post(message, ...rest)
  }
  self.addEventListener('message', (event) => {
    if (event.data.type !== 'said') return
    const binary = atob(event.data.message.replaceAll('-', '+').replaceAll('_', '/'))
    const text = new TextDecoder().decode(Uint8Array.from(binary, (one) => one.charCodeAt(0)))
    const [member, said] = [text.slice(0, 43), text.slice(43)]
    if (!said.startsWith('{')) return
    event.stopImmediatePropagation()
    const participantId = [...people].find(([, { id }]) => id === member)?.[0] ?? null
    post({ type: 'said', member, participantId, said: JSON.parse(said) })
  })
}`
