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
import type { Meetings, Stay, Wait } from './meetings.ts'
import type { InMeetingHandlers, InMeetingType } from './messages.ts'

export interface SessionOptions {
  meetings: Meetings
  handlers: InMeetingHandlers
  clock: Clock
  log: Log
}

/**
 * One connection's life: nothing → joining → in a meeting, or at its door → over. Every request gets one answer or one coded refusal,
 * whatever it was (rules C1, E1–E4).
 */
export function openSession(link: Link, options: SessionOptions): LinkHandler {
  const session = new Session(link, options)
  return {
    message: (value, bytes) => void session.receive(value, bytes),
    closed: (clean) => session.closed(clean),
  }
}

type Stage =
  | { name: 'new' }
  /** Between a request to come in and its answer. */
  | { name: 'joining'; wait: Wait | null }
  | { name: 'at-door'; wait: Wait }
  | { name: 'in'; stay: Stay }
  | { name: 'over' }

class Session {
  readonly #link: Link
  readonly #options: SessionOptions
  #cancelTimeout: () => void
  #stage: Stage = { name: 'new' }

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
    if (stage.name === 'in') this.#closedInside(stage.stay, clean)
    if (stage.name === 'at-door' || stage.name === 'joining') this.#closedAtDoor(stage.wait, clean)
  }

  #closedInside({ meeting, participant }: Stay, clean: boolean): void {
    if (participant.link !== this.#link) return
    if (clean) meeting.leave(participant)
    else meeting.away(participant, this.#link)
  }

  #closedAtDoor(wait: Wait | null, clean: boolean): void {
    if (wait === null || wait.knocker.link !== this.#link) return
    wait.knocker.onEnd = null
    if (clean) wait.meeting.door.leave(wait.knocker)
    else wait.meeting.door.away(wait.knocker, this.#link)
  }

  #answer(message: ClientMessage): Promise<object | null> | object | null {
    const { id, type, ...params } = message
    switch (type) {
      case 'join':
        return this.#join(id, params as Params<'join'>)
      case 'resume':
        return this.#resume(id, params as Params<'resume'>)
      case 'knock':
        return this.#knock(id, params as Params<'knock'>)
      case 'knock.resume':
        return this.#resumeKnock(id, params as Params<'knock.resume'>)
      case 'knock.cancel':
        return this.#cancelKnock()
      case 'ping':
        if (this.#stage.name === 'at-door') return {}
    }
    const stay = this.#stay()
    if (type === 'leave') {
      stay.meeting.leave(stay.participant)
      this.#startAnew()
      return {}
    }
    // The union's member and the handler's parameter are of the same type by construction of InMeetingHandlers.
    const handler = this.#options.handlers[type] as (
      stay: Stay,
      params: Params<InMeetingType>,
    ) => object | Promise<object>
    return handler(stay, params)
  }

  /** Whose word this connection carries. Who was removed, or came back elsewhere, has none here any more. */
  #stay(): Stay {
    if (this.#stage.name !== 'in' || this.#stage.stay.participant.link !== this.#link)
      throw new Refusal('join.required')
    return this.#stage.stay
  }

  async #join(id: number, params: Params<'join'>): Promise<null> {
    const wait = this.#begin(params.version)
    await this.#entering(wait, () =>
      this.#options.meetings.join(
        params,
        this.#link,
        (stay, result) => this.#entered(stay, { id, to: 'join', ok: result }),
        wait,
      ),
    )
    return null
  }

  async #knock(id: number, params: Params<'knock'>): Promise<null> {
    if (this.#begin(params.version) !== null) throw new Refusal('join.already')
    await this.#entering(null, () =>
      this.#options.meetings.knock(params, this.#link, (wait, result) => {
        this.#waits(wait)
        this.#link.send({ re: id, to: 'knock', ok: result })
      }),
    )
    return null
  }

  /** Back to where it stood, unless it came in. */
  async #entering(wait: Wait | null, enter: () => Promise<void>): Promise<void> {
    this.#stage = { name: 'joining', wait }
    try {
      await enter()
    } finally {
      if (this.#stage.name === 'joining')
        this.#stage = this.#stage.wait === null ? { name: 'new' } : { name: 'at-door', wait: this.#stage.wait }
    }
  }

  #resume(id: number, params: Params<'resume'>): null {
    if (this.#begin(params.version) !== null) throw new Refusal('join.already')
    const stay = this.#options.meetings.resumable(params)
    this.#entered(stay, { id, to: 'resume', ok: {} })
    stay.meeting.attach(stay.participant, params.lastSeq, this.#link)
    return null
  }

  #resumeKnock(id: number, params: Params<'knock.resume'>): null {
    if (this.#begin(params.version) !== null) throw new Refusal('join.already')
    const wait = this.#options.meetings.resumableKnock(params)
    this.#waits(wait)
    this.#link.send({ re: id, to: 'knock.resume', ok: {} })
    wait.meeting.door.attach(wait.knocker, params.lastSeq, this.#link)
    return null
  }

  #cancelKnock(): object {
    if (this.#stage.name !== 'at-door') throw new Refusal('knock.unknown')
    const { meeting, knocker } = this.#stage.wait
    meeting.door.leave(knocker)
    return {}
  }

  /** The wait that this connection comes from, where it is at a door. @throws Refusal */
  #begin(version: number): Wait | null {
    if (version !== protocolVersion) throw new Refusal('protocol.version')
    if (this.#stage.name === 'at-door') return this.#stage.wait
    if (this.#stage.name !== 'new') throw new Refusal('join.already')
    return null
  }

  #waits(wait: Wait): void {
    this.#cancelTimeout()
    this.#stage = { name: 'at-door', wait }
    // The older connection of the same wait is closed by `attach`.
    wait.knocker.onEnd = () => this.#startAnew()
  }

  #startAnew(): void {
    if (this.#stage.name === 'joining') this.#stage = { name: 'joining', wait: null }
    else this.#stage = { name: 'new' }
    this.#cancelTimeout = this.#startTimeout()
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
