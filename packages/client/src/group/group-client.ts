import { Refusal, type ErrorCode, type GroupEvent, type Said, type ServerEvent } from '@samtale/protocol'
import type { Connection } from '../connection/connection.ts'
import type {
  FromGroupWorker,
  GroupChanged,
  GroupView,
  OwnState,
  RequestAnswer,
  ToGroupWorker,
  WorkerRequest,
} from './group-messages.ts'
import type { RuleWish } from './rule-wishes.ts'
import type { SafetyNumber } from './safety-number.ts'

/** The worker that holds the group, or what stands in for it where there are no workers. */
export interface GroupPort {
  post(message: ToGroupWorker, frames?: MessagePort): void
  end(): void
}

/** @param failed it does nothing any more. */
export type OpenGroupPort = (take: (message: FromGroupWorker) => void, failed: () => void) => GroupPort

export type Safety = SafetyNumber & { members: number }

export interface GroupClientOptions {
  room: string
  secret: string | null
  /** What this browser keeps for the room is used. */
  usesShelf: boolean
  open: OpenGroupPort
  connection: Pick<Connection, 'request'>
  /** Null while one is in no group. */
  changed(view: GroupView | null): void
  safety(safety: Safety): void
  said(member: string, participantId: string | null, said: Said): void
  came(change: GroupChanged): void
  remembered(on: boolean): void
  /** There is another worker: it has no way to the frames yet. */
  renewed(): void
}

type Keyed = Extract<ToGroupWorker, { key: number }>
type WithoutKey<T> = T extends unknown ? Omit<T, 'key'> : never

/** How often the worker is asked for a sign of life, in milliseconds, and how many it may leave out. */
const pingMs = 1_000
const mostSilent = 4

/**
 * The page's side of the group: passes the server's events on to the worker and the worker's requests to the server, and
 * makes another worker where one has died, which asks to be added anew.
 */
export class GroupClient {
  readonly #options: GroupClientOptions
  readonly #waiting = new Map<number, { message: Keyed; done(ok: boolean): void }>()
  readonly #pinging: ReturnType<typeof setInterval>
  #port: GroupPort
  #member = Promise.withResolvers<string>()
  #lastKey = 0
  /** The connection to the server; null out of the meeting. */
  #line = 0
  /** In the meeting as whom; null out of it. */
  #participantId: string | null = null
  #name = ''
  #state: OwnState | null = null
  #silent = 0
  #deaths = 0
  #reviving: ReturnType<typeof setTimeout> | undefined

  constructor(options: GroupClientOptions) {
    this.#options = options
    this.#port = this.#open()
    this.#pinging = setInterval(() => this.#ping(), pingMs)
  }

  /** One's own id as a member: the public key. */
  member(): Promise<string> {
    return this.#member.promise
  }

  rename(name: string): void {
    this.#name = name
    this.#port.post({ type: 'name', name })
  }

  /** @param goesOn with the ids that everybody had: the server forgot the meeting. */
  joined(participantId: string, goesOn: boolean): void {
    this.#participantId = participantId
    this.#line += 1
    this.#port.post({ type: 'joined', participantId, line: this.#line, goesOn })
  }

  resumed(): void {
    this.#line += 1
    this.#port.post({ type: 'resumed', line: this.#line })
  }

  left(): void {
    if (this.#participantId === null) return
    this.#participantId = null
    this.#line += 1
    this.#port.post({ type: 'left' })
    for (const [key, { message, done }] of this.#waiting) {
      if (message.type !== 'say') continue
      this.#waiting.delete(key)
      done(false)
    }
  }

  /** Takes what is the group's of the server's events. @returns whether it was. */
  event(event: ServerEvent): boolean {
    if (event.type === 'participant.left') this.#port.post({ type: 'gone', participantId: event.participantId })
    if (event.type === 'group.said') {
      this.#port.post({ type: 'said', message: event.message })
      return true
    }
    if (!isGroupEvent(event)) return false
    this.#port.post({ type: 'event', event })
    return true
  }

  setState(state: OwnState): void {
    this.#state = state
    this.#port.post({ type: 'state', state })
  }

  /** Resolves once the server has taken it; false where that will never be. */
  say(said: Said, to: string | null): Promise<boolean> {
    return this.#ask({ type: 'say', said, to })
  }

  /** Resolves to whether the group's rules say so now. */
  setRules(wish: RuleWish): Promise<boolean> {
    return this.#ask({ type: 'rules', wish })
  }

  letIn(member: string): void {
    this.#port.post({ type: 'let-in', member })
  }

  sendAway(member: string): void {
    this.#port.post({ type: 'send-away', member })
  }

  trust(member: string): Promise<boolean> {
    return this.#ask({ type: 'trust', member })
  }

  remember(on: boolean): Promise<boolean> {
    return this.#ask({ type: 'remember', on })
  }

  forget(): Promise<boolean> {
    return this.#ask({ type: 'forget' })
  }

  connectFrames(port: MessagePort): void {
    this.#port.post({ type: 'frames' }, port)
  }

  close(): void {
    clearInterval(this.#pinging)
    clearTimeout(this.#reviving)
    this.#port.end()
    for (const { done } of this.#waiting.values()) done(false)
    this.#waiting.clear()
  }

  #open(): GroupPort {
    const { open, room, secret, usesShelf } = this.#options
    const port = open(
      (message) => port === this.#port && this.#take(message),
      () => port === this.#port && this.#died(),
    )
    port.post({ type: 'open', room, secret, name: this.#name, usesShelf })
    return port
  }

  #take(message: FromGroupWorker): void {
    this.#silent = 0
    switch (message.type) {
      case 'opened':
        this.#member.resolve(message.member)
        return this.#options.remembered(message.remembered)
      case 'request':
        return void this.#request(message)
      case 'group':
        if (message.view) this.#deaths = 0
        return this.#options.changed(message.view)
      case 'safety':
        return this.#options.safety(message.safety)
      case 'said':
        return this.#options.said(message.member, message.participantId, message.said)
      case 'changed':
        return this.#options.came(message.change)
      case 'remembered':
        return this.#options.remembered(message.on)
      case 'done':
        this.#waiting.get(message.key)?.done(message.ok)
        this.#waiting.delete(message.key)
    }
  }

  async #request({ request, line, body }: Extract<FromGroupWorker, { type: 'request' }>): Promise<void> {
    const port = this.#port
    // What was meant for an earlier connection is said again by the worker, in its order.
    const answer = line === this.#line ? await this.#send(body) : 'lost'
    port.post({ type: 'answer', request, answer })
  }

  #send({ type, ...params }: WorkerRequest): Promise<RequestAnswer> {
    return this.#options.connection.request(type, params).then(
      () => 'ok',
      (error: unknown) => (error instanceof Refusal ? (answers[error.code] ?? 'refused') : 'lost'),
    )
  }

  #ask(message: WithoutKey<Keyed>): Promise<boolean> {
    this.#lastKey += 1
    const keyed: Keyed = { ...message, key: this.#lastKey }
    return new Promise((done) => {
      this.#waiting.set(keyed.key, { message: keyed, done })
      this.#port.post(keyed)
    })
  }

  #ping(): void {
    this.#silent += 1
    if (this.#silent > mostSilent) return this.#died()
    this.#port.post({ type: 'ping' })
  }

  /** Its keys are gone with it: another asks to be added, as who reloads. */
  #died(): void {
    this.#port.end()
    this.#silent = Number.NEGATIVE_INFINITY
    this.#options.changed(null)
    clearTimeout(this.#reviving)
    this.#reviving = setTimeout(() => this.#revive(), Math.min(30_000, 250 * 2 ** this.#deaths))
    this.#deaths += 1
  }

  #revive(): void {
    this.#silent = 0
    this.#member = Promise.withResolvers()
    this.#port = this.#open()
    if (this.#state) this.#port.post({ type: 'state', state: this.#state })
    if (this.#participantId !== null) this.joined(this.#participantId, false)
    for (const { message } of this.#waiting.values()) this.#port.post(message)
    this.#options.renewed()
  }
}

/** How refusals are taken; another one is final. */
const answers: Partial<Record<ErrorCode, RequestAnswer>> = {
  'group.stale': 'stale',
  'rate.exceeded': 'later',
  'server.internal': 'later',
  // As long as they are in the meeting they may come back into the group; that they left is told.
  'participant.unknown': 'later',
}

function isGroupEvent(event: ServerEvent): event is Extract<ServerEvent, GroupEvent> {
  return event.type.startsWith('group.')
}
