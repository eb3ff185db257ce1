import assert from 'node:assert/strict'
import { createBorderCounts } from '../../src/platform/border-counts.ts'
import { createLog } from '../../src/platform/log.ts'
import { startApp, type AppOptions } from '../../src/app/app.ts'
import { nobodysRooms, type Doorkeeper } from '../../src/features/meetings/index.ts'
import { reportRefusals } from '../../src/platform/refusals.ts'
import { createSimulatedEngine } from '../../src/platform/media/simulated.ts'
import { createTestClock, type TestClock } from '../test-clock.ts'
import { openTestClient, type TestClient } from './test-client.ts'

type Settings = AppOptions['settings']

const defaults: Settings = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: new URL('http://localhost:3000'),
  trustProxy: [],
  roomPeople: 8,
  roomsPerAddress: 50,
  connectionsPerAddress: 100,
  directAfterSeconds: 8,
  relay: null,
}

/** The whole signalling server with a simulated media engine and a clock that stands still, on a free port. */
export async function startTestServer(
  changes: Partial<Settings> = {},
  describe: AppOptions['describe'] = everyField,
  doorkeeper: Doorkeeper = nobodysRooms,
) {
  const engine = createSimulatedEngine()
  const clock = createTestClock()
  const logged: string[] = []
  const clients: TestClient[] = []
  const counts = createBorderCounts()
  const log = createLog('debug', (line) => void logged.push(line), counts)
  const app = await startApp({
    settings: { ...defaults, ...changes },
    tls: null,
    engine,
    clock,
    log,
    refused: reportRefusals(log, counts),
    policy: { cookies: [], recipients: {} },
    routes: {},
    describe,
    doorkeeper,
    registerRoutes: async () => {},
  })
  return {
    app,
    counts,
    engine,
    clock,
    logged,
    url: `ws://127.0.0.1:${app.port}/ws`,
    ...company(app.port, clock, clients),
    async stop(): Promise<void> {
      for (const client of clients) client.cut()
      await app.close()
      await engine.close()
      // Whatever the test was about: nothing was sent that the protocol doesn't declare.
      assert.equal(counts.read()['message.refused'], 0)
    },
  }
}

/** Who comes, and time that goes by for them. */
function company(port: number, clock: TestClock, clients: TestClient[]) {
  return {
    /** A connection that hasn't joined. */
    async open(): Promise<TestClient> {
      const client = await openTestClient(`ws://127.0.0.1:${port}/ws`)
      clients.push(client)
      return client
    },
    /** A connection that has. */
    async join(room: string, more: Parameters<TestClient['join']>[1] = {}): Promise<TestClient> {
      const client = await this.open()
      await client.join(room, more)
      return client
    },
    /** Time goes by while every connection that can shows signs of life. */
    async pass(milliseconds: number): Promise<void> {
      for (let left = milliseconds; left > 0; left -= 2_000) {
        clock.advance(Math.min(left, 2_000))
        await Promise.all(clients.filter((client) => client.alive).map((client) => client.settled()))
      }
    },
    /** Breaks a connection without a close; both sides live in this process, so a moment later the server knows. */
    async broken(client: TestClient): Promise<void> {
      client.cut()
      await client.wasClosed()
      await new Promise((resolve) => setTimeout(resolve, 50))
    },
  }
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>

const everyField: AppOptions['describe'] = (known) =>
  Object.entries(known).map(([field, value]) => ({
    field,
    category: 'test',
    title: field,
    value: typeof value === 'object' ? JSON.stringify(value) : String(value),
    purpose: 'test',
    until: 'test',
  }))
