import {
  protocolVersion,
  Refusal,
  type ClientMessageType,
  type ErrorCode,
  type Params,
  type Results,
  type ServerEvent,
} from '@samtale/protocol'
import { backoff } from './backoff.ts'
import { LineLost, openLine, type Line } from './line.ts'

export type ConnectionStatus =
  | { name: 'joining' }
  | { name: 'waiting'; secondsLeft: number | null }
  | { name: 'joined' }
  | { name: 'reconnecting'; attempt: number }
  /** Over, until `start` is called again. */
  | { name: 'refused'; code: ErrorCode | 'server.unreachable' }
  | { name: 'closed' }

export interface ConnectionOptions {
  url: string
  /** What to join with, now: asked anew for every join. */
  joinParams(): Promise<Omit<Params<'join'>, 'version'>>
  /** After every join: the first, and those after the server forgot us. What was known before is void. */
  joined(result: Results['join']): void
  /** Back in the same place; the events missed follow. */
  resumed(): void
  event(event: ServerEvent): void
  status(status: ConnectionStatus): void
}

/** How often an unopened server is tried before the person is told. */
const firstAttempts = 4
/** Codes after which joining again would only repeat itself; the rest are a reason to try again. */
const passing: ReadonlySet<ErrorCode> = new Set(['server.draining', 'server.internal', 'join.timeout'])

/**
 * A place in a meeting over sockets that come and go: joins, resumes after a break (rules R1–R4), joins anew where the
 * server has forgotten, with back-off. All ways in go through `#connect`.
 */
export class Connection {
  readonly #options: ConnectionOptions
  #line: Line | null = null
  #place: { participantId: string; token: string; lastSeq: number } | null = null
  #attempt = 0
  #everJoined = false
  #over = true
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #online = () => this.#connectNow()

  constructor(options: ConnectionOptions) {
    this.#options = options
  }

  start(): void {
    if (!this.#over) return
    this.#over = false
    this.#attempt = 0
    this.#everJoined = false
    globalThis.addEventListener?.('online', this.#online)
    this.#options.status({ name: 'joining' })
    this.#connect()
  }

  /** @throws Refusal with the server's code; LineLost where the connection broke or isn't there. */
  request<T extends ClientMessageType>(type: T, params: Params<T>): Promise<Results[T]> {
    if (this.#line === null || this.#place === null) return Promise.reject(new LineLost())
    return this.#line.request(type, params)
  }

  /** Leaves, as far as the server can still be told, and ends. */
  close(): void {
    if (this.#over) return
    if (this.#line !== null && this.#place !== null) void this.#line.request('leave', {}).catch(() => {})
    this.#finish({ name: 'closed' })
  }

  #finish(status: ConnectionStatus): void {
    this.#over = true
    this.#place = null
    clearTimeout(this.#timer)
    globalThis.removeEventListener?.('online', this.#online)
    const line = this.#line
    this.#line = null
    line?.end()
    this.#options.status(status)
  }

  #connect(): void {
    clearTimeout(this.#timer)
    const line: Line = openLine(this.#options.url, {
      opened: () => void this.#enter(line),
      event: (event) => line === this.#line && this.#event(event),
      lost: (code) => line === this.#line && this.#lost(code),
    })
    this.#line = line
  }

  #connectNow(): void {
    if (!this.#over && this.#line === null) this.#connect()
  }

  async #enter(line: Line): Promise<void> {
    try {
      if (this.#place !== null && (await this.#resume(line, this.#place))) return
      const params = await this.#options.joinParams()
      const result = await line.request('join', { version: protocolVersion, ...params })
      if (line !== this.#line) return
      this.#place = { participantId: result.participantId, token: result.resumeToken, lastSeq: 0 }
      this.#arrived()
      this.#options.joined(result)
    } catch (error) {
      if (line === this.#line) this.#refusedEntry(error)
    }
  }

  async #resume(line: Line, place: { participantId: string; token: string; lastSeq: number }): Promise<boolean> {
    try {
      await line.request('resume', { version: protocolVersion, ...place })
      if (line !== this.#line) return true
      this.#arrived()
      this.#options.resumed()
      return true
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'resume.unknown') throw error
      this.#place = null
      return false
    }
  }

  #arrived(): void {
    this.#attempt = 0
    this.#everJoined = true
    this.#options.status({ name: 'joined' })
  }

  #refusedEntry(error: unknown): void {
    // Where the line is lost, `#lost` goes on.
    if (error instanceof LineLost) return
    const code: ErrorCode = error instanceof Refusal ? error.code : 'server.internal'
    if (code === 'room.router-pending' && error instanceof Refusal) {
      const secondsLeft = error.retryAfterSeconds ?? null
      this.#dropLine()
      this.#options.status({ name: 'waiting', secondsLeft })
      this.#again(Math.min(3_000, (secondsLeft ?? 3) * 1_000 + 250))
    } else if (passing.has(code)) {
      this.#dropLine()
      this.#retry()
    } else this.#finish({ name: 'refused', code })
  }

  #event(event: ServerEvent): void {
    if (this.#place === null) return
    if (event.seq <= this.#place.lastSeq) return
    // A gap: something was lost on the way; coming back brings it (rule C4).
    if (event.seq !== this.#place.lastSeq + 1) return this.#line?.end()
    this.#place.lastSeq = event.seq
    this.#options.event(event)
  }

  #lost(code: ErrorCode | null): void {
    this.#line = null
    if (this.#over) return
    if (code !== null && !passing.has(code)) this.#finish({ name: 'refused', code })
    else this.#retry()
  }

  #retry(): void {
    this.#attempt += 1
    if (!this.#everJoined && this.#attempt >= firstAttempts)
      return this.#finish({ name: 'refused', code: 'server.unreachable' })
    if (this.#everJoined) this.#options.status({ name: 'reconnecting', attempt: this.#attempt })
    this.#again(backoff(this.#attempt - 1, Math.random()))
  }

  #again(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#connectNow(), milliseconds)
  }

  #dropLine(): void {
    const line = this.#line
    this.#line = null
    line?.end()
  }
}
