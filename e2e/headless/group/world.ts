import { ClientMessage, ServerEvent, type GroupEvent, type GroupRequest } from '@samtale/protocol'
import { GroupSession } from '../../../packages/client/src/group/group-session.ts'
import { createIdentity } from '../../../packages/client/src/group/fake-identity.ts'
import { deriveGroupLink } from '../../../packages/client/src/group/link.ts'
import { enter, leave, take } from '../../../packages/server/src/features/meetings/group/group-order.ts'
import {
  emptyOrder,
  type GroupOrder,
  type Step,
} from '../../../packages/server/src/features/meetings/group/order-state.ts'
import { settle } from '../../../packages/server/src/features/meetings/group/settling.ts'

/** Somebody with a browser: a session of the group, and a connection that comes and goes. */
export interface Visitor {
  name: string
  session: GroupSession
  /** The stay at the server; null before joining, and after the server forgot. */
  stay: string | null
  connected: boolean
  /** How the next request goes: `lost` before it arrives, `unanswered` after it was taken. */
  next: 'well' | 'lost' | 'unanswered'
  gone: boolean
}

interface Stay {
  visitor: Visitor
  /** Events not delivered yet. */
  events: GroupEvent[]
  awaySince: number | null
}

/** How long a place is kept for who is away (rule R2), and how long people are given to say where they stand. */
const awayMs = 12_000
const settleMs = 1_000

/** A meeting with real groups, the server's order, and a network and a clock that do as they are told. */
export class World {
  readonly visitors: Visitor[] = []
  readonly stays = new Map<string, Stay>()
  /** What the server passed on, for attacks to use. */
  readonly passed: GroupEvent[] = []
  /** What the server was asked. */
  readonly asked: GroupRequest[] = []
  now = 0
  readonly #lies = new Map<Visitor, (event: GroupEvent) => GroupEvent[]>()
  #order: GroupOrder = emptyOrder
  #settleAt: number | null = null
  #lastStay = 0
  readonly #secret: string | null

  constructor(secret: string | null) {
    this.#secret = secret
  }

  get order(): GroupOrder {
    return this.#order
  }

  get live(): Visitor[] {
    return this.visitors.filter(({ gone }) => !gone)
  }

  async come(name: string, secret = this.#secret): Promise<Visitor> {
    const session = new GroupSession({
      link: await deriveGroupLink('kitchen', secret),
      identity: await createIdentity(),
      name,
      now: () => this.now,
      send: async (request) => this.request(visitor, request),
      changed: () => undefined,
    })
    const visitor: Visitor = { name, session, stay: null, connected: false, next: 'well', gone: false }
    this.visitors.push(visitor)
    await this.connect(visitor)
    return visitor
  }

  /** Comes back in the same stay, or in a new one where that is over. */
  async connect(visitor: Visitor): Promise<void> {
    if (visitor.connected || visitor.gone) return
    visitor.connected = true
    const stay = visitor.stay === null ? undefined : this.stays.get(visitor.stay)
    if (stay) {
      stay.awaySince = null
      await visitor.session.resumed()
      return
    }
    this.#lastStay += 1
    visitor.stay = `p_${`${this.#lastStay}`.padStart(16, '0')}`
    this.stays.set(visitor.stay, { visitor, events: [], awaySince: null })
    this.#apply(enter(this.#order, visitor.stay))
    await visitor.session.start(visitor.stay)
  }

  /** The server passes on to one of them what it likes. */
  lieTo(visitor: Visitor | undefined, lie: (event: GroupEvent) => GroupEvent[]): void {
    if (visitor) this.#lies.set(visitor, lie)
  }

  /** The server says that there is somebody who asks to be added. */
  enterGhost(id: string, keyPackage: string): void {
    this.#apply(enter(this.#order, id))
    this.#apply(take(this.#order, id, { type: 'group.ask', keyPackage, door: this.#order.door ?? '' }))
  }

  cut(visitor: Visitor): void {
    visitor.connected = false
    const stay = visitor.stay === null ? undefined : this.stays.get(visitor.stay)
    if (stay) stay.awaySince ??= this.now
  }

  /** Leaves in order, or is gone without a word. */
  go(visitor: Visitor, inOrder: boolean): void {
    visitor.gone = true
    if (inOrder && visitor.connected) this.#end(visitor.stay)
    else this.cut(visitor)
    visitor.connected = false
  }

  /** The process dies and comes back: order and stays are forgotten. */
  restart(): void {
    this.#order = emptyOrder
    this.#settleAt = null
    this.stays.clear()
    for (const visitor of this.visitors) visitor.connected = false
  }

  /** One event to one visitor, if any waits. */
  async deliver(visitor: Visitor): Promise<boolean> {
    const stay = visitor.stay === null ? undefined : this.stays.get(visitor.stay)
    if (!stay || !visitor.connected || visitor.gone) return false
    const event = stay.events.shift()
    if (!event) return false
    ServerEvent.parse({ seq: 1, ...event })
    await visitor.session.event(event)
    return true
  }

  async wait(ms: number): Promise<void> {
    this.now += ms
    for (const [id, stay] of this.stays) if (this.now - (stay.awaySince ?? this.now) >= awayMs) this.#end(id)
    if (this.#settleAt !== null && this.now >= this.#settleAt) {
      this.#settleAt = null
      this.#apply(settle(this.#order))
    }
    await Promise.all(this.live.map(({ session }) => session.tick()))
  }

  /** Everybody is connected, everything delivered, time passes: until nothing happens any more. */
  async calm(): Promise<void> {
    for (let quiet = 0, rounds = 0; quiet < 16 && rounds < 400; rounds += 1) {
      let moved = false
      for (const visitor of this.live) {
        moved ||= !visitor.connected
        await this.connect(visitor)
        while (await this.deliver(visitor)) moved = true
      }
      await this.wait(1_000)
      quiet = moved ? 0 : quiet + 1
    }
  }

  #end(id: string | null) {
    if (id === null || !this.stays.delete(id)) return
    this.#apply(leave(this.#order, id))
  }

  /** A visitor's request, as their session sends it; or one of their own making. */
  async request(visitor: Visitor | undefined, request: GroupRequest): Promise<'ok' | 'stale'> {
    if (!visitor) throw new Error('nobody')
    const next = visitor.next
    visitor.next = 'well'
    if (!visitor.connected || visitor.stay === null || next === 'lost') {
      this.cut(visitor)
      throw new Error('no connection')
    }
    this.asked.push(request)
    ClientMessage.parse({ id: 1, ...request })
    const answer = this.#apply(take(this.#order, visitor.stay, request))
    if (next === 'well') return answer
    this.cut(visitor)
    throw new Error('no answer')
  }

  #apply({ order, sent, answer, settle: apart }: Step): 'ok' | 'stale' {
    this.#order = order
    if (apart) this.#settleAt ??= this.now + settleMs
    for (const { to, event } of sent) {
      this.passed.push(event)
      const stay = this.stays.get(to)
      stay?.events.push(...(this.#lies.get(stay.visitor)?.(event) ?? [event]))
    }
    return answer
  }
}
