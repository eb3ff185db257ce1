import { expect, test } from 'vitest'
import { createBorderCounts } from '../platform/border-counts.ts'
import { systemClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config/config.ts'
import type { Environment } from '../platform/config/variables.ts'
import type { RouteDeclaration } from '../platform/http/routes.ts'
import { createLog } from '../platform/log.ts'
import { openOutbox } from '../platform/mail/outbox.ts'
import { reportRefusals } from '../platform/refusals.ts'
import { declarations } from './personal-data.ts'
import { localRoutes, serveThisMachine } from './this-machine.ts'

function serve(env: Environment) {
  const log = createLog('error', () => {})
  const refused = reportRefusals(log, createBorderCounts())
  const nothing = { steps: [], firstLoss: new Map(), looked: 0 }
  return serveThisMachine({
    config: readConfig(env),
    policy: { categories: {}, processings: {} },
    outbox: openOutbox('/nowhere'),
    retention: { schedule: async () => nothing, timeZone: 'Europe/Oslo' },
    clock: systemClock,
    log,
    refused,
  })
}

test.for(['https://meet.example.org', 'http://192.168.1.10:3000', 'http://nas.local', 'http://0.0.0.0:3000'])(
  'where people come by %s nothing is served to this machine alone',
  async (url) => {
    expect(await serve({ SAMTALE_PUBLIC_URL: url })).toBeNull()
  },
)

test('where people come by this machine’s own name the outbox and the preview of retention are served', async () => {
  for (const env of [{}, { SAMTALE_PUBLIC_URL: 'http://127.0.0.1:8080' }]) {
    const server = await serve(env)
    for (const path of ['/outbox', '/retention', '/retention-page.js'])
      expect((await fetch(`http://localhost:${server?.port}${path}?lang=en`)).status).toBe(200)
    await server?.close()
  }
})

test('its routes have to do with categories that the policy declares, and write none', () => {
  const all = Object.values<RouteDeclaration>(localRoutes)
  expect(all.flatMap(({ reads }) => reads).filter((key) => !Object.hasOwn(declarations.categories, key))).toEqual([])
  expect(all.flatMap(({ writes }) => writes)).toEqual([])
})
