import { Agent, request } from 'node:http'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { openOutbox } from '../../../src/platform/mail/outbox.ts'
import { codeOfApp } from '../../whole/code-app.ts'
import { formTo } from '../../whole/forms.ts'

interface Answer {
  readonly status: number
  readonly body: string
  readonly location: string
}

/** A browser on a server's port, with its cookies. */
export class Visitor {
  readonly #port: number
  readonly #agent = new Agent({ keepAlive: true })
  readonly #cookies = new Map<string, string>()

  constructor(port: number) {
    this.#port = port
  }

  get(url: string): Promise<Answer> {
    return this.#ask('GET', url, '')
  }

  post(url: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    return this.#ask('POST', url, new URLSearchParams(fields).toString())
  }

  close(): void {
    this.#agent.destroy()
  }

  #ask(method: 'GET' | 'POST', url: string, body: string): Promise<Answer> {
    const headers = {
      accept: 'text/html',
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(method === 'GET'
        ? {}
        : {
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': String(Buffer.byteLength(body)),
            'sec-fetch-site': 'same-origin',
          }),
    }
    return new Promise((resolve, reject) => {
      const asked = request(
        { host: 'localhost', port: this.#port, path: url, method, headers, agent: this.#agent },
        (reply) => {
          for (const cookie of reply.headers['set-cookie'] ?? []) this.#keep(cookie)
          const parts: Buffer[] = []
          reply.on('data', (part: Buffer) => parts.push(part))
          reply.on('end', () =>
            resolve({
              status: reply.statusCode ?? 0,
              body: Buffer.concat(parts).toString(),
              location: reply.headers.location ?? '',
            }),
          )
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  }

  #keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (/max-age=0\b/i.test(cookie)) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

/** Signs somebody in by the code of the mail, and shows a second factor where one is asked for. */
export async function signIn(visitor: Visitor, address: string, dataDir: string): Promise<void> {
  const since = new Date()
  await visitor.post('/sign-in', { email: address })
  const come = await visitor.post('/sign-in/code', { email: address, code: await codeFor(address, { dataDir, since }) })
  if (come.status !== 303) throw new Error(`${address} did not come in: ${come.status}`)
  if (!come.location.startsWith('/sign-in/factor')) return
  const { body } = await visitor.post('/sign-in/factor/app', {})
  const { action, fields } = formTo(body, '/sign-in/factor/app/confirm')
  const secret = /<code>([A-Z2-7 ]{16,})<\/code>/.exec(body)?.[1] ?? ''
  const shown = await visitor.post(action, { ...fields, code: codeOfApp(secret) })
  if (shown.status !== 200) throw new Error(`${address} has no second factor: ${shown.status}`)
}

async function codeFor(address: string, { dataDir, since }: { dataDir: string; since: Date }): Promise<string> {
  const outbox = openOutbox(path.join(dataDir, 'outbox'))
  for (let tries = 0; tries < 300; tries += 1) {
    const codes = (await outbox.list()).filter(({ kind, finished }) => kind === 'account.code' && finished)
    for (const { name } of codes.filter(({ queuedAt }) => queuedAt >= since)) {
      const { to, text } = await PostalMime.parse((await outbox.read(name)) ?? '')
      const code = to?.[0]?.address === address ? /\b\d{6}\b/.exec(text ?? '')?.[0] : undefined
      if (code !== undefined) return code
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${address} got no code.`)
}
