import {
  ClientMessage,
  clientMessageTypes,
  limits,
  protocolVersion,
  Refusal,
  type ErrorCode,
  type Params,
} from '@samtale/protocol'
import type { Clock } from '../../platform/clock.ts'
import { errorFields, type Log } from '../../platform/log.ts'
import { MediaRefused } from '../../platform/media/engine.ts'
import type { Link, LinkHandler } from '../../platform/ws/link.ts'
import type { Meetings, Stay } from './meetings.ts'
import type { InMeetingHandlers, InMeetingType } from './messages.ts'

export interface SessionOptions {
  meetings: Meetings
  handlers: InMeetingHandlers
  clock: Clock
  log: Log
}

/**
 * One connection's life: nothing → joining → in a meeting → over. Every request gets one answer or one coded refusal,
 * whatever it was (rules C1, E1–E4).
 */
export function openSession(link: Link, options: SessionOptions): LinkHandler {
  const session = new Session(link, options)
  return {
    message: (value, bytes) => void session.receive(value, bytes),
    closed: (clean) => session.closed(clean),
  }
}

class Session {
  readonly #link: Link
  readonly #options: SessionOptions
  #cancelTimeout: () => void
  #stage: { name: 'new' } | { name: 'joining' } | { name: 'in'; stay: Stay } | { name: 'over' } = { name: 'new' }

  constructor(link: Link, options: SessionOptions) {
    this.#link = link
    this.#options = options
    this.#cancelTimeout = this.#startTimeout()
  }

  async receive(value: unknown, bytes: number): Promise<void> {
    const parsed = ClientMessage.safeParse(value)
    if (!parsed.success)
      return this.#refuse(requestId(value), hasKnownType(value) ? 'message.malformed' : 'message.unknown')
    this.#count(bytes)
    const message = parsed.data
    try {
      const ok = await this.#answer(message)
      // Joining sends its own answer, in the task in which the place is taken.
      if (ok !== null) this.#link.send({ re: message.id, to: message.type, ok })
    } catch (error) {
      this.#refuseFor(message.id, error)
    }
  }

  closed(clean: boolean): void {
    this.#cancelTimeout()
    const stage = this.#stage
    this.#stage = { name: 'over' }
    if (stage.name !== 'in') return
    const { meeting, participant } = stage.stay
    if (participant.link !== this.#link) return
    if (clean) meeting.leave(participant)
    else meeting.away(participant, this.#link)
  }

  #answer(message: ClientMessage): Promise<object | null> | object | null {
    const { id, type, ...params } = message
    if (type === 'join') return this.#join(id, params as Params<'join'>)
    if (type === 'resume') return this.#resume(id, params as Params<'resume'>)
    if (this.#stage.name !== 'in') throw new Refusal('join.required')
    const { stay } = this.#stage
    if (type === 'leave') {
      stay.meeting.leave(stay.participant)
      this.#stage = { name: 'new' }
      this.#cancelTimeout = this.#startTimeout()
      return {}
    }
    // The union's member and the handler's parameter are of the same type by construction of InMeetingHandlers.
    const handler = this.#options.handlers[type] as (
      stay: Stay,
      params: Params<InMeetingType>,
    ) => object | Promise<object>
    return handler(stay, params)
  }

  async #join(id: number, params: Params<'join'>): Promise<null> {
    this.#begin(params.version)
    this.#stage = { name: 'joining' }
    try {
      await this.#options.meetings.join(params, this.#link, (stay, result) =>
        this.#entered(stay, { id, to: 'join', ok: result }),
      )
    } finally {
      if (this.#stage.name === 'joining') this.#stage = { name: 'new' }
    }
    return null
  }

  #resume(id: number, params: Params<'resume'>): null {
    this.#begin(params.version)
    const stay = this.#options.meetings.resumable(params)
    this.#entered(stay, { id, to: 'resume', ok: {} })
    stay.meeting.attach(stay.participant, params.lastSeq, this.#link)
    return null
  }

  #begin(version: number): void {
    if (version !== protocolVersion) throw new Refusal('protocol.version')
    if (this.#stage.name !== 'new') throw new Refusal('join.already')
  }

  #entered(stay: Stay, { id, to, ok }: { id: number; to: 'join' | 'resume'; ok: object }): void {
    this.#cancelTimeout()
    this.#stage = { name: 'in', stay }
    this.#link.send({ re: id, to, ok })
  }

  #count(bytes: number): void {
    if (this.#stage.name !== 'in') return
    const { participant } = this.#stage.stay
    participant.lastSeenAt = this.#options.clock.now()
    participant.messagesReceived += 1
    participant.bytesReceived += bytes
  }

  #startTimeout(): () => void {
    return this.#options.clock.after(limits.joinWithinMs, () => {
      if (this.#stage.name !== 'new') return
      this.#refuse(null, 'join.timeout')
      this.#link.close('join.timeout')
    })
  }

  #refuse(re: number | null, code: ErrorCode, retryAfterSeconds?: number): void {
    this.#link.send({ re, error: retryAfterSeconds === undefined ? { code } : { code, retryAfterSeconds } })
  }

  #refuseFor(re: number, error: unknown): void {
    if (error instanceof Refusal) return this.#refuse(re, error.code, error.retryAfterSeconds)
    if (error instanceof MediaRefused) return this.#refuse(re, 'media.refused')
    this.#options.log.error('signalling.request-failed', errorFields(error))
    this.#refuse(re, 'server.internal')
  }
}

function requestId(value: unknown): number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null
}

function hasKnownType(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('type' in value)) return true
  return typeof value.type !== 'string' || clientMessageTypes.includes(value.type)
}
