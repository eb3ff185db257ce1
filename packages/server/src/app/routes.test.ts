import { reservedNames } from '@samtale/protocol'
import { expect, test } from 'vitest'
import { nobodysRooms } from '../features/meetings/index.ts'
import { createSimulatedEngine } from '../platform/media/simulated.ts'
import type { RouteCatalogue, RouteDeclaration } from '../platform/http/routes.ts'
import { createLog } from '../platform/log.ts'
import { createTestClock } from '../../test/test-clock.ts'
import { startApp, type AppOptions } from './app.ts'
import { declarations } from './personal-data.ts'
import { routes } from './routes.ts'

const all = Object.entries<RouteDeclaration>(routes)

test.each(all)('%s has to do with categories that the policy declares', (_name, { reads, writes }) => {
  const undeclared = [...reads, ...writes].filter((category) => !Object.hasOwn(declarations.categories, category))
  expect(undeclared).toEqual([])
})

// Who comes back from a provider carries what only their own browser was given; that an operator looked is noted.
const meantAnyway = ['GET /sign-in/provider/back', 'GET /admin/reports/:reference']

test('what is written is asked for by somebody who means it', () => {
  const writing = all.filter(([, { writes }]) => writes.length > 0).map(([name]) => name)
  expect(writing.filter((name) => /^(GET|HEAD) /.test(name))).toEqual(meantAnyway)
})

test('a room can’t have the name of a page of the server', () => {
  const first = all.map(([name]) => name.split('/')[1] ?? '').filter((segment) => /^[a-z][a-z-]*$/.test(segment))
  expect(first.filter((segment) => !reservedNames.some((name) => name === segment))).toEqual([])
})

function starting(catalogue: RouteCatalogue, registerRoutes: AppOptions['registerRoutes']) {
  return startApp({
    settings: {
      host: '127.0.0.1',
      port: 0,
      publicUrl: new URL('http://localhost:3000'),
      trustProxy: [],
      roomPeople: 8,
      roomsPerAddress: 50,
      connectionsPerAddress: 100,
      directAfterSeconds: 8,
      relay: null,
    },
    tls: null,
    engine: createSimulatedEngine(),
    clock: createTestClock(),
    log: createLog('error', () => {}),
    refused: () => {},
    policy: { cookies: [], recipients: {} },
    routes: catalogue,
    doorkeeper: nobodysRooms,
    describe: () => [],
    registerRoutes,
  })
}

test('the server does not start with a route that nobody declared, nor without one that is declared', async () => {
  const one = { 'GET /one': { access: 'anyone', reads: [], writes: [], answers: 'page', errors: [] } } as const
  await expect(starting({}, async (server) => void server.get('/two', () => 'x'))).rejects.toMatchObject({
    code: 'route.undeclared',
  })
  await expect(starting(one, async () => {})).rejects.toMatchObject({ code: 'route.missing' })
  const app = await starting(one, async (server) => void server.get('/one', () => 'x'))
  await app.close()
})
