import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** For tests: a browser that keeps cookies and sends forms, from a network address of its own. */
export class Browser {
  readonly #server: FastifyInstance
  readonly cookies = new Map<string, string>()
  readonly address = [10, randomInt(256), randomInt(256), randomInt(256)].join('.')
  agent = 'Mozilla/5.0 (X11; CanaryAgent)'

  constructor(server: FastifyInstance) {
    this.#server = server
  }

  get(url: string) {
    return this.#ask('GET', url, undefined, {})
  }

  /** Sends a form, as a page of ours would; other headers show another sender. */
  post(url: string, fields: Record<string, string | string[]> = {}, headers: Record<string, string> = {}) {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    return this.#ask('POST', url, body.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...headers,
    })
  }

  /** Sends a form with one file, or one field of text, as forms with files are sent. */
  async file(
    url: string,
    name: string,
    content: Uint8Array<ArrayBuffer> | string,
    headers: Record<string, string> = {},
  ) {
    const form = new FormData()
    if (typeof content === 'string') form.append(name, content)
    else form.append(name, new Blob([content]), 'picture.png')
    const encoded = new Response(form)
    const type = encoded.headers.get('content-type') ?? ''
    const sent = { 'content-type': type, 'sec-fetch-site': 'same-origin', ...headers }
    return this.#ask('POST', url, Buffer.from(await encoded.arrayBuffer()), sent)
  }

  json(url: string, body: object) {
    return this.#ask('POST', url, JSON.stringify(body), {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
    })
  }

  /** Sends a body as it is, such as a form with a file. */
  send(url: string, body: Buffer, type: string) {
    return this.#ask('POST', url, body, { 'content-type': type, 'sec-fetch-site': 'same-origin' })
  }

  async #ask(
    method: 'GET' | 'POST',
    url: string,
    payload: string | Buffer | undefined,
    headers: Record<string, string>,
  ) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await this.#server.inject({
      method,
      url,
      ...(payload === undefined ? {} : { payload }),
      headers: {
        accept: 'text/html',
        host: 'skole.example',
        'user-agent': this.agent,
        'x-forwarded-for': this.address,
        ...(cookie === '' ? {} : { cookie }),
        ...headers,
      },
    })
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0) this.cookies.delete(name)
      else this.cookies.set(name, encodeURIComponent(value))
    }
    return answer
  }
}
