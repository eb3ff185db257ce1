import { once } from 'node:events'
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { limits, subprotocol } from '@samtale/protocol'
import { WebSocket, WebSocketServer, type RawData } from 'ws'
import { createStay, type Stay } from './stay.ts'
import type { Lies, Telling, Wire } from './wire.ts'

/** The name by which the liar tells its lines apart: an address’s query, or a cookie that no script sees. */
export const nameOfLine = 'liar-line'

/** One page’s or program’s connection, in the liar’s hands. */
export class LiarLine {
  readonly name: string
  readonly page: WebSocket
  readonly server: WebSocket
  readonly told: Wire[] = []
  readonly asked: Wire[] = []
  readonly #stays: Map<string, Stay>
  readonly #waiting = new Map<number, Wire>()
  readonly #own = new Map<number, (ok: unknown) => void>()
  #stay: Stay = createStay()
  #lastOwn = 1_000_000_000

  constructor(name: string, page: WebSocket, server: WebSocket, stays: Map<string, Stay>) {
    this.name = name
    this.page = page
    this.server = server
    this.#stays = stays
  }

  /** The participant that the real server made of who is on this line. */
  get id(): string {
    return this.#stay.id
  }

  /** An event of the liar’s own; it takes the next number. */
  tell(event: Telling): void {
    this.told.push(event)
    this.#send(this.page, { ...event, seq: this.#stay.next(null) })
  }

  /** Answers a request that the real server never got. */
  answer({ id, type }: Wire, ok: unknown): void {
    this.#waiting.delete(Number(id))
    this.#send(this.page, { re: id, to: type, ok })
  }

  /** Refuses a request that the real server never got. */
  refuse({ id }: Wire, code: string): void {
    this.#waiting.delete(Number(id))
    this.#send(this.page, { re: id, error: { code } })
  }

  /** Asks the real server as if who is on this line had. */
  ask(type: string, params: object): Promise<unknown> {
    this.#lastOwn += 1
    const id = this.#lastOwn
    return new Promise((resolve) => {
      this.#own.set(id, resolve)
      this.#send(this.server, { id, type, ...params })
    })
  }

  fromPage(message: Wire, lies: Lies): void {
    this.asked.push(message)
    this.#waiting.set(Number(message['id']), message)
    if (message['type'] === 'resume') {
      this.#stay = this.#stays.get(String(message['participantId'])) ?? this.#stay
      message['lastSeq'] = this.#stay.resumedAt(Number(message['lastSeq']))
    }
    for (const one of lies.request?.(message, this) ?? [message]) this.#send(this.server, one)
  }

  fromServer(message: Wire, lies: Lies): void {
    if ('seq' in message) return this.#event(message, lies)
    const re = Number(message['re'])
    const own = this.#own.get(re)
    if (own) {
      this.#own.delete(re)
      return own(message['ok'] ?? message['error'])
    }
    const request = this.#waiting.get(re)
    this.#waiting.delete(re)
    if (request?.['type'] === 'join' && 'ok' in message) this.#joined(message['ok'] as Wire)
    const answer = request && 'ok' in message ? (lies.answer?.(message, request, this) ?? message) : message
    this.#send(this.page, answer)
  }

  #joined(ok: Wire): void {
    this.#stay = createStay(String(ok['participantId']))
    this.#stays.set(this.#stay.id, this.#stay)
  }

  #event(message: Wire, lies: Lies): void {
    const { seq, ...event } = message
    const events = lies.event?.(event as Telling, this) ?? [event as Telling]
    if (events.length === 0) this.#stay.kept(Number(seq))
    for (const one of events) {
      this.told.push(one)
      this.#send(this.page, { ...one, seq: this.#stay.next(Number(seq)) })
    }
  }

  #send(socket: WebSocket, message: Wire): void {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }
}

/**
 * A server that lies: it stands where the real one would and is all that pages reach; behind it the real server runs, and
 * what passes is changed, kept back, invented or said twice as a lie has it.
 */
export class Liar {
  readonly url: string
  readonly port: number
  readonly lines: LiarLine[] = []
  lies: Lies = {}
  readonly #close: () => void

  constructor(port: number, close: () => void) {
    this.port = port
    this.url = `http://127.0.0.1:${port}`
    this.#close = close
  }

  /** Somebody’s newest connection. */
  line(name: string): LiarLine {
    const line = this.lines.findLast((one) => one.name === name)
    if (!line) throw new Error(`${name} has no connection`)
    return line
  }

  /** Where a program connects under a name. */
  wsUrl(name: string): string {
    return `ws://127.0.0.1:${this.port}/ws?${nameOfLine}=${name}`
  }

  close(): void {
    this.#close()
  }
}

export async function startLiar(realPort: number): Promise<Liar> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.frameBytes, perMessageDeflate: false })
  const http = createServer((request, response) => pass(realPort, request, response))
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const liar = new Liar((http.address() as AddressInfo).port, () => {
    for (const { page, server } of liar.lines) for (const socket of [page, server]) socket.terminate()
    http.closeAllConnections()
    http.close()
  })
  const stays = new Map<string, Stay>()
  http.on('upgrade', (request, socket: Duplex, head) => {
    sockets.handleUpgrade(request, socket, head, (page) => {
      const server = new WebSocket(`ws://127.0.0.1:${realPort}/ws`, subprotocol)
      const line = new LiarLine(nameIn(request), page, server, stays)
      liar.lines.push(line)
      join(line, () => liar.lies)
    })
  })
  return liar
}

function join(line: LiarLine, lies: () => Lies): void {
  const { page, server } = line
  const early: string[] = []
  page.on('message', (data) => {
    if (server.readyState === WebSocket.CONNECTING) return void early.push(textOf(data))
    line.fromPage(JSON.parse(textOf(data)) as Wire, lies())
  })
  server.on('open', () => {
    for (const text of early.splice(0)) line.fromPage(JSON.parse(text) as Wire, lies())
  })
  server.on('message', (data) => line.fromServer(JSON.parse(textOf(data)) as Wire, lies()))
  page.on('close', (code) => (isClean(code) ? server.close(code) : server.terminate()))
  server.on('close', (code, reason) => (isSayable(code) ? page.close(code, reason) : page.terminate()))
  for (const socket of [page, server]) socket.on('error', () => socket.terminate())
}

function isClean(code: number): boolean {
  return code === 1000 || code === 1001
}

/** 1005 and 1006 stand for a close without a code, and for none (RFC 6455 §7.4.1). */
function isSayable(code: number): boolean {
  return code !== 1005 && code !== 1006
}

/** One buffer, as `ws` gives messages where it isn’t told otherwise. */
function textOf(data: RawData): string {
  return (data as Buffer).toString()
}

function nameIn({ url = '/', headers }: IncomingMessage): string {
  const asked = new URL(url, 'http://host.invalid').searchParams.get(nameOfLine)
  return asked ?? new RegExp(`${nameOfLine}=(\\w+)`).exec(headers.cookie ?? '')?.[1] ?? ''
}

function pass(port: number, request: IncomingMessage, response: ServerResponse): void {
  const { method, url, headers } = request
  const onward = ask({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.destroy())
  request.pipe(onward)
}
