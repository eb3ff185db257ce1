import { once } from 'node:events'
import {
  protocolVersion,
  RefusalMessage,
  ServerEvent,
  subprotocol,
  type ClientMessageType,
  type ErrorCode,
  type Params,
  type Results,
  type ServerEventType,
} from '@samtale/protocol'
import { WebSocket } from 'ws'

type EventOf<T extends ServerEventType> = Extract<ServerEvent, { type: T }>
interface Reply {
  re: number | null
  ok?: unknown
  error?: { code: ErrorCode; retryAfterSeconds?: number }
}

/** Said at a door in a room opened by its bare name. */
export function readable(said: object): string {
  return `o1.${Buffer.from(JSON.stringify(said)).toString('base64url')}`
}

/** A participant without a browser: speaks the protocol, sees everything that arrives, and can misbehave. */
export class TestClient {
  readonly socket: WebSocket
  readonly replies: Reply[] = []
  readonly events: ServerEvent[] = []
  /** Raw order of arrival: `answer` or an event's type. */
  readonly arrived: string[] = []
  closed: { code: number; reason: string } | null = null
  me = { participantId: '', token: '', generation: 0 }
  knocked = { knockId: '', token: '' }
  /** Every text that arrived, as it was on the wire. */
  readonly texts: string[] = []
  #nextId = 1
  #listeners = new Set<() => void>()

  constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer) => {
      this.texts.push(data.toString())
      this.#receive(JSON.parse(data.toString()))
    })
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: String(reason) }
      this.#changed()
    })
    socket.on('error', () => {})
  }

  async request<T extends ClientMessageType>(type: T, params: Params<T>): Promise<Results[T]> {
    const reply = await this.ask(type, params)
    if (reply.error !== undefined) throw new Error(reply.error.code)
    return reply.ok as Results[T]
  }

  /** The code that a request is refused with, or `ok`. */
  async refusal(type: string, params: object): Promise<string> {
    return (await this.ask(type, params)).error?.code ?? 'ok'
  }

  async ask(type: string, params: object): Promise<Reply> {
    const id = this.#nextId++
    this.sendText(JSON.stringify({ id, type, ...params }))
    return this.until(() => this.replies.find((reply) => reply.re === id))
  }

  /** Null where the connection ends before the answer. */
  async attempt(type: string, params: object): Promise<Reply | null> {
    if (!this.alive) return null
    const id = this.#nextId++
    this.sendText(JSON.stringify({ id, type, ...params }))
    await this.until(() => this.replies.find((reply) => reply.re === id) ?? this.closed)
    return this.replies.find((reply) => reply.re === id) ?? null
  }

  async join(
    room: string,
    more: Partial<Pick<Params<'join'>, 'tag' | 'claim' | 'admission' | 'again'>> = {},
  ): Promise<Results['join']> {
    const result = await this.request('join', { version: protocolVersion, room, ...more })
    const { participantId, resumeToken, path } = result
    this.me = { participantId, token: resumeToken, generation: path.generation }
    return result
  }

  /** Waits at a locked door. */
  async knock(room: string, name = 'somebody', more: { claim?: string; message?: string; tag?: string } = {}) {
    const result = await this.request('knock', {
      version: protocolVersion,
      room,
      state: readable({ name }),
      ...more,
    })
    this.knocked = { knockId: result.knockId, token: result.token }
    return result
  }

  sendText(text: string): void {
    this.socket.send(text)
  }

  /** The nth event of a type, from 1, waited for. */
  event<T extends ServerEventType>(type: T, nth = 1): Promise<EventOf<T>> {
    return this.until(() => this.all(type)[nth - 1])
  }

  all<T extends ServerEventType>(type: T): EventOf<T>[] {
    return this.events.filter((event): event is EventOf<T> => event.type === type)
  }

  /** The nth refusal that belongs to no request. */
  stray(nth = 1): Promise<Reply> {
    return this.until(() => this.replies.filter((reply) => reply.re === null)[nth - 1])
  }

  wasClosed(): Promise<{ code: number; reason: string }> {
    return this.until(() => this.closed)
  }

  get alive(): boolean {
    return this.socket.readyState === WebSocket.OPEN && !this.socket.isPaused
  }

  /** Everything sent before this has been handled when it resolves, or the connection has ended. */
  async settled(): Promise<void> {
    const id = this.#nextId++
    this.sendText(JSON.stringify({ id, type: 'ping' }))
    await this.until(() => this.closed ?? this.replies.find((reply) => reply.re === id))
  }

  /** Breaks the connection without a close. */
  cut(): void {
    this.socket.terminate()
  }

  async until<T>(look: () => T | null | undefined): Promise<T> {
    for (;;) {
      const found = look()
      if (found !== null && found !== undefined) return found
      await new Promise<void>((resolve) => {
        const listener = () => {
          this.#listeners.delete(listener)
          resolve()
        }
        this.#listeners.add(listener)
      })
    }
  }

  #receive(message: unknown): void {
    const event = ServerEvent.safeParse(message)
    if (event.success) this.events.push(event.data)
    else this.replies.push(message as Reply)
    const refusal = RefusalMessage.safeParse(message)
    this.arrived.push(event.success ? event.data.type : refusal.success ? 'refusal' : 'answer')
    this.#changed()
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }
}

export async function openTestClient(url: string, headers: Record<string, string> = {}): Promise<TestClient> {
  const socket = new WebSocket(url, subprotocol, { headers })
  const client = new TestClient(socket)
  await once(socket, 'open')
  return client
}
