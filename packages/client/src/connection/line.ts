import {
  Answer,
  limits,
  Refusal,
  RefusalMessage,
  results,
  ServerEvent,
  subprotocol,
  type ClientMessageType,
  type ErrorCode,
  type Params,
  type Results,
} from '@samtale/protocol'
import { createPace } from './pace.ts'

/** The socket ended before the answer came: whether the request was carried out isn't known. */
export class LineLost extends Error {
  override name = 'LineLost'
}

export interface LineListener {
  opened(): void
  event(event: ServerEvent): void
  /** An event that isn't one of ours, as of a newer server: known is its number alone. */
  skipped(seq: number): void
  /** Called once. `code` is the server's reason where it gave one of the catalogue. */
  lost(code: ErrorCode | null): void
}

/** One WebSocket: requests with answers, events, signs of life (rule C3). Never reconnects; `Connection` does. */
export interface Line {
  request<T extends ClientMessageType>(type: T, params: Params<T>): Promise<Results[T]>
  /** Finds out at once whether it lives: the network may have changed under it. */
  check(): void
  /** Ends it; `lost` is called. */
  end(): void
}

interface Waiting {
  type: ClientMessageType
  resolve(result: unknown): void
  reject(error: Error): void
}

export function openLine(url: string, listener: LineListener): Line {
  const socket = new WebSocket(url, subprotocol)
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  let lastRefusal: ErrorCode | null = null
  let over = false
  const finish = (code: ErrorCode | null) => {
    if (over) return
    over = true
    life.stop()
    pace.stop()
    socket.close(1000)
    for (const { reject } of waiting.values()) reject(new LineLost())
    waiting.clear()
    listener.lost(code)
  }
  const life = watchSilence(
    () => void line.request('ping', {}).catch(() => {}),
    () => finish(null),
  )
  const pace = createPace((text) => socket.send(text))
  const line: Line = {
    request: (type, params) =>
      new Promise((resolve, reject) => {
        if (over || socket.readyState !== WebSocket.OPEN) return reject(new LineLost())
        const id = nextId++
        waiting.set(id, { type, resolve, reject })
        pace.send(JSON.stringify({ id, type, ...params }))
        life.asked()
      }),
    check: () => life.check(),
    end: () => finish(null),
  }
  socket.addEventListener('open', () => !over && listener.opened())
  socket.addEventListener('close', ({ reason }) => finish(knownCode(reason) ?? lastRefusal))
  socket.addEventListener('message', ({ data }) => {
    if (over) return
    life.heard()
    const message = parse(data)
    // Only what was said last says why it closed.
    lastRefusal = null
    const event = ServerEvent.safeParse(message)
    if (event.success) return listener.event(event.data)
    const refusal = RefusalMessage.safeParse(message)
    if (refusal.success) {
      const { code, retryAfterSeconds } = refusal.data.error
      if (refusal.data.re === null) lastRefusal = code
      else take(waiting, refusal.data.re)?.reject(refusalOf(code, retryAfterSeconds))
      return
    }
    settle(waiting, message, listener)
  })
  return line
}

/** Takes what is an answer; or an event that isn't one of ours. */
function settle(waiting: Map<number, Waiting>, message: unknown, listener: LineListener): void {
  const answer = Answer.safeParse(message)
  if (!answer.success) {
    const seq = seqOf(message)
    if (seq !== null) listener.skipped(seq)
    return
  }
  const request = take(waiting, answer.data.re)
  if (request === undefined) return
  const checked = results[request.type].safeParse(answer.data.ok)
  if (checked.success) request.resolve(checked.data)
  else request.reject(new Refusal('message.malformed'))
}

/** What every event has (rule C4). */
function seqOf(message: unknown): number | null {
  if (typeof message !== 'object' || message === null || !('seq' in message)) return null
  return typeof message.seq === 'number' && Number.isSafeInteger(message.seq) ? message.seq : null
}

function refusalOf(code: ErrorCode, retryAfterSeconds: number | undefined): Refusal {
  return new Refusal(code, retryAfterSeconds === undefined ? {} : { retryAfterSeconds })
}

function take(waiting: Map<number, Waiting>, id: number): Waiting | undefined {
  const entry = waiting.get(id)
  waiting.delete(id)
  return entry
}

/** How long an answer may take before it is asked whether the line lives, and how long that answer may take. */
const answerMs = 1_000
const lifeSignMs = 1_500
/** Where the network seems to be another: so many times the longest answer so far, and at least so long. */
const slowest = 4
const leastLifeSignMs = 400

/**
 * Rule C3; and sooner where something was asked: who wants to say that their media are restarted, after their network
 * changed, shall not wait for it.
 */
function watchSilence(ask: () => void, giveUp: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stage: 'quiet' | 'awaiting' | 'asking' = 'quiet'
  let askedAt: number | null = null
  let slowestMs = 0
  const arm = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(tick, milliseconds)
  }
  const tick = () => {
    if (stage === 'asking') return giveUp()
    const wait = stage === 'quiet' ? limits.silenceMs : lifeSignMs
    stage = 'asking'
    ask()
    arm(wait)
  }
  arm(limits.silenceMs)
  return {
    heard: () => {
      if (askedAt !== null) slowestMs = Math.max(slowestMs, performance.now() - askedAt)
      askedAt = null
      stage = 'quiet'
      arm(limits.silenceMs)
    },
    /** An answer is to be expected. */
    asked: () => {
      askedAt ??= performance.now()
      if (stage !== 'quiet') return
      stage = 'awaiting'
      arm(answerMs)
    },
    /** The longest that an answer took so far says how long this one may. */
    check: () => {
      if (stage === 'asking') return
      stage = 'asking'
      ask()
      arm(Math.min(lifeSignMs, Math.max(leastLifeSignMs, slowestMs * slowest)))
    },
    stop: () => clearTimeout(timer),
  }
}

function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined
  } catch {
    return undefined
  }
}

function knownCode(reason: string): ErrorCode | null {
  const parsed = RefusalMessage.shape.error.shape.code.safeParse(reason)
  return parsed.success ? parsed.data : null
}
