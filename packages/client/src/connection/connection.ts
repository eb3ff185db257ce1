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
import { onNetworkChange } from './network-changes.ts'

export type ConnectionStatus =
  | { name: 'joining' }
  /** Tried again by itself. */
  | { name: 'waiting'; code: 'room.router-pending' | 'room.full-small'; secondsLeft: number | null }
  /** At the door. */
  | { name: 'knocking' }
  | { name: 'joined' }
  | { name: 'reconnecting'; attempt: number }
  /** Over, until `start` is called again. */
  | { name: 'refused'; code: ErrorCode | 'server.unreachable' | 'knock.rejected' }
  | { name: 'closed' }

export interface ConnectionOptions {
  url: string
  /**
   * What to come with, now: asked anew for every join and knock.
   * @param isClaimStale the claim of before was refused
   */
  entryParams(isClaimStale: boolean): Promise<Omit<Params<'join'>, 'version' | 'admission' | 'again'>>
  /** Who knocks, and what is said to the hosts, sealed. */
  knockParams(): Promise<Pick<Params<'knock'>, 'state' | 'message'>>
  /** After every knock: the first, and those after the server forgot us. */
  knocked(result: Results['knock']): void
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

/** The server knows nothing of the place any more. */
const forgotten: ReadonlySet<ErrorCode> = new Set(['resume.unknown', 'knock.unknown'])
/** How long the fifth in a small room waits before asking again. */
const smallRoomMs = 2_000

/** Where one is, with what it takes to come back: inside, or at the door. */
interface Place {
  at: 'inside' | 'door'
  id: string
  token: string
  lastSeq: number
}

/**
 * A place in a meeting or at its door over sockets that come and go: joins or knocks, resumes after a break (rules R1–R4,
 * N7), joins or knocks anew where the server has forgotten, with back-off. All ways in go through `#connect`.
 */
export class Connection {
  readonly #options: ConnectionOptions
  #line: Line | null = null
  #place: Place | null = null
  #knocks = false
  /** The last stay, for a server that has forgotten it (rule R5). */
  #stay: Params<'join'>['again']
  /** Opens the door of this meeting to us (rule N5). */
  #admission: string | null = null
  #isClaimStale = false
  #attempt = 0
  #everJoined = false
  #over = true
  #timer: ReturnType<typeof setTimeout> | undefined
  #deaf = () => {}

  constructor(options: ConnectionOptions) {
    this.#options = options
  }

  /** @param how `knock`: at a locked door; where it is open after all, one comes in. */
  start(how: 'join' | 'knock' = 'join'): void {
    if (!this.#over) return
    this.#over = false
    this.#attempt = 0
    this.#everJoined = false
    this.#knocks = how === 'knock'
    this.#admission = null
    this.#stay = undefined
    this.#isClaimStale = false
    this.#deaf = onNetworkChange(() => this.check())
    this.#options.status({ name: 'joining' })
    this.#connect()
  }

  /** @throws Refusal with the server's code; LineLost where the connection broke or isn't there. */
  request<T extends ClientMessageType>(type: T, params: Params<T>): Promise<Results[T]> {
    if (this.#line === null || this.#place?.at !== 'inside') return Promise.reject(new LineLost())
    return this.#line.request(type, params)
  }

  /** Leaves, as far as the server can still be told, and ends. */
  close(): void {
    if (this.#over) return
    if (this.#line !== null && this.#place !== null)
      void this.#line.request(this.#place.at === 'inside' ? 'leave' : 'knock.cancel', {}).catch(() => {})
    this.#finish({ name: 'closed' })
  }

  #finish(status: ConnectionStatus): void {
    this.#over = true
    this.#place = null
    clearTimeout(this.#timer)
    this.#deaf()
    const line = this.#line
    this.#line = null
    line?.end()
    this.#options.status(status)
  }

  #connect(): void {
    clearTimeout(this.#timer)
    const line: Line = openLine(this.#options.url, {
      opened: () => void this.#enter(line),
      event: (event) => line === this.#line && this.#event(line, event),
      // Noted all the same: else it would count as lost, and be sent again after every resume.
      skipped: (seq) => line === this.#line && this.#isNext(line, seq),
      lost: (code) => line === this.#line && this.#lost(code),
    })
    this.#line = line
  }

  /** What was connected before may lead nowhere now: finds out, at once. */
  check(): void {
    if (this.#over) return
    if (this.#line === null) this.#connectNow()
    else this.#line.check()
  }

  #connectNow(): void {
    if (!this.#over && this.#line === null) this.#connect()
  }

  async #enter(line: Line): Promise<void> {
    try {
      if (this.#place !== null && (await this.#resume(line, this.#place))) return
      if (this.#knocks && this.#admission === null && (await this.#knock(line))) return
      await this.#join(line)
    } catch (error) {
      if (line === this.#line) this.#refusedEntry(error)
    }
  }

  async #join(line: Line): Promise<void> {
    const params = await this.#options.entryParams(this.#isClaimStale)
    const admission = this.#admission === null ? {} : { admission: this.#admission }
    const again = this.#stay === undefined ? {} : { again: this.#stay }
    const result = await line.request('join', { version: protocolVersion, ...params, ...admission, ...again })
    if (line !== this.#line) return
    this.#stay = { token: result.resumeToken, generation: result.path.generation }
    this.#place = { at: 'inside', id: result.participantId, token: result.resumeToken, lastSeq: 0 }
    this.#admission = result.admission
    this.#arrived()
    this.#options.joined(result)
  }

  /** False where the door isn't locked after all. */
  async #knock(line: Line): Promise<boolean> {
    try {
      const params = await this.#options.entryParams(this.#isClaimStale)
      const said = await this.#options.knockParams()
      const result = await line.request('knock', { version: protocolVersion, ...params, ...said })
      if (line !== this.#line) return true
      this.#place = { at: 'door', id: result.knockId, token: result.token, lastSeq: 0 }
      this.#arrived()
      this.#options.knocked(result)
      return true
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'room.open') throw error
      return false
    }
  }

  async #resume(line: Line, place: Place): Promise<boolean> {
    const { at, id, token, lastSeq } = place
    const back = { version: protocolVersion, token, lastSeq }
    try {
      if (at === 'inside') await line.request('resume', { ...back, participantId: id })
      else await line.request('knock.resume', { ...back, knockId: id })
      if (line !== this.#line) return true
      this.#arrived()
      if (at === 'inside') this.#options.resumed()
      return true
    } catch (error) {
      if (!(error instanceof Refusal) || !forgotten.has(error.code)) throw error
      this.#place = null
      return false
    }
  }

  #arrived(): void {
    this.#attempt = 0
    this.#everJoined = true
    this.#isClaimStale = false
    this.#options.status({ name: this.#place?.at === 'door' ? 'knocking' : 'joined' })
  }

  #refusedEntry(error: unknown): void {
    // Where the line is lost, `#lost` goes on.
    if (error instanceof LineLost) return
    const refusal = error instanceof Refusal ? error : new Refusal('server.internal')
    const { code } = refusal
    const secondsLeft = refusal.retryAfterSeconds ?? null
    if (code === 'room.router-pending') {
      this.#waitFor({ name: 'waiting', code, secondsLeft }, Math.min(3_000, (secondsLeft ?? 3) * 1_000 + 250))
    } else if (code === 'room.full-small') {
      this.#waitFor({ name: 'waiting', code, secondsLeft: null }, smallRoomMs)
    } else if (passing.has(code) || this.#changed(code)) {
      this.#dropLine()
      this.#retry()
    } else this.#finish({ name: 'refused', code })
  }

  /** Whether another attempt is another one: with a fresh claim, or with a knock in place of a void admission. */
  #changed(code: ErrorCode): boolean {
    if (code === 'room.claim-invalid' && !this.#isClaimStale) {
      this.#isClaimStale = true
      return true
    }
    if (code !== 'room.locked' || !this.#knocks || this.#admission === null) return false
    this.#admission = null
    return true
  }

  #waitFor(status: ConnectionStatus, milliseconds: number): void {
    this.#dropLine()
    this.#place = null
    this.#options.status(status)
    this.#again(milliseconds)
  }

  #isNext(line: Line, seq: number): boolean {
    if (this.#place === null || seq <= this.#place.lastSeq) return false
    const isNext = seq === this.#place.lastSeq + 1
    // A gap: something was lost on the way; coming back brings it (rule C4).
    if (isNext) this.#place.lastSeq = seq
    else line.end()
    return isNext
  }

  #event(line: Line, event: ServerEvent): void {
    if (!this.#isNext(line, event.seq)) return
    if (event.type === 'knock.admitted') {
      this.#admission = event.admission
      void this.#join(line).catch((error: unknown) => (line === this.#line ? this.#refusedEntry(error) : undefined))
    } else if (event.type === 'path.changed' && this.#stay) {
      this.#stay = { ...this.#stay, generation: event.path.generation }
      this.#options.event(event)
    } else if (event.type === 'knock.rejected') this.#finish({ name: 'refused', code: 'knock.rejected' })
    else this.#options.event(event)
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
