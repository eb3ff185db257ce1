import { protocolVersion, type GroupEvent, type GroupRequest, type ServerEvent } from '@samtale/protocol'
import { GroupSession } from '../../../packages/client/src/group/group-session.ts'
import { createIdentity } from '../../../packages/client/src/group/fake-identity.ts'
import { deriveGroupLink } from '../../../packages/client/src/group/link.ts'
import { openTestClient, type TestClient } from '../../../packages/server/test/signalling/test-client.ts'
import { startTestServer, type TestServer } from '../../../packages/server/test/signalling/test-server.ts'

/** Somebody with a browser: a session of the group over connections that come and go. */
export interface WireVisitor {
  readonly name: string
  readonly session: GroupSession
  client: TestClient | null
  /** To come back with; null before joining. */
  place: (TestClient['me'] & { lastSeq: number }) | null
  /** Of this connection's events, how many the session has had. */
  taken: number
  /** Their browser does nothing by itself. */
  frozen: boolean
  gone: boolean
  /** What they asked of the group's order, by type. */
  readonly asked: GroupRequest['type'][]
}

/** The real server and real groups, over WebSockets that break, with a clock that does as it is told. */
export class WireWorld {
  readonly visitors: WireVisitor[] = []
  now = 0
  #server: TestServer
  readonly #secret: string

  private constructor(server: TestServer, secret: string) {
    this.#server = server
    this.#secret = secret
  }

  static async start(secret: string): Promise<WireWorld> {
    return new WireWorld(await startTestServer(), secret)
  }

  get server(): TestServer {
    return this.#server
  }

  get live(): WireVisitor[] {
    return this.visitors.filter(({ gone }) => !gone)
  }

  async come(name: string): Promise<WireVisitor> {
    const session = new GroupSession({
      link: await deriveGroupLink('kitchen', this.#secret),
      identity: await createIdentity(),
      name,
      now: () => this.now,
      send: (request) => this.#send(visitor, request),
      changed: () => undefined,
    })
    const visitor: WireVisitor = {
      ...{ name, session, client: null, place: null, taken: 0, frozen: false, gone: false },
      asked: [],
    }
    this.visitors.push(visitor)
    await this.connect(visitor)
    return visitor
  }

  /** Comes back to the place, or takes a new one where that is gone. */
  async connect(visitor: WireVisitor): Promise<void> {
    if (visitor.client?.alive === true || visitor.gone) return
    const client = await openTestClient(this.#server.url)
    visitor.client = client
    visitor.taken = 0
    const { place } = visitor
    const back = place && (await client.attempt('resume', { version: protocolVersion, ...place }))
    if (place && back?.error === undefined) {
      client.me = place
      return visitor.session.resumed()
    }
    await client.join('kitchen')
    visitor.place = { ...client.me, lastSeq: 0 }
    await visitor.session.start(client.me.participantId)
  }

  cut({ client }: WireVisitor): void {
    client?.cut()
  }

  /** Leaves in order, or is gone without a word. */
  async go(visitor: WireVisitor, inOrder: boolean): Promise<void> {
    visitor.gone = true
    if (inOrder && visitor.client?.alive === true) await visitor.client.attempt('leave', {})
    visitor.client?.cut()
  }

  /** The process dies and comes back: everything is forgotten. */
  async restart(): Promise<void> {
    const { port } = this.#server.app
    for (const { client } of this.visitors) client?.cut()
    await this.#server.stop()
    this.#server = await startTestServer({ port })
  }

  /** What has arrived reaches the sessions; whether anything had. */
  async deliver(visitors = this.live): Promise<boolean> {
    const moved = await Promise.all(visitors.map((visitor) => this.#deliverTo(visitor)))
    return moved.includes(true)
  }

  async wait(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 1_000) {
      const part = Math.min(left, 1_000)
      this.now += part
      this.#server.clock.advance(part)
      await Promise.all(this.live.map(async ({ client }) => (client?.alive === true ? client.settled() : undefined)))
    }
    await Promise.all(this.live.map(async ({ session, frozen }) => (frozen ? undefined : session.tick())))
  }

  /** Everybody is connected, everything delivered, time passes: until nothing happens any more. */
  async calm(): Promise<void> {
    for (let quiet = 0, rounds = 0; quiet < 16 && rounds < 200; rounds += 1) {
      let moved = false
      for (const visitor of this.live) {
        moved ||= visitor.client?.alive !== true
        await this.connect(visitor)
      }
      while (await this.deliver()) moved = true
      await this.wait(1_000)
      quiet = moved ? 0 : quiet + 1
    }
  }

  async stop(): Promise<void> {
    for (const { client } of this.visitors) client?.cut()
    await this.#server.stop()
  }

  async #deliverTo(visitor: WireVisitor): Promise<boolean> {
    const { client, place, session } = visitor
    if (client?.alive === true) await client.settled()
    const event = client?.events[visitor.taken]
    if (client === null || place === null || event === undefined) return false
    visitor.taken += 1
    place.lastSeq = event.seq
    if (isOfOrder(event)) await session.event(event)
    return true
  }

  async #send(visitor: WireVisitor, { type, ...params }: GroupRequest): Promise<'ok' | 'stale'> {
    visitor.asked.push(type)
    const reply = await visitor.client?.attempt(type, params)
    if (reply?.error?.code === 'group.stale') return 'stale'
    if (!reply || reply.error !== undefined) throw new Error('no answer')
    return 'ok'
  }
}

function isOfOrder(event: ServerEvent): event is ServerEvent & GroupEvent {
  return event.type.startsWith('group.') && event.type !== 'group.said'
}
