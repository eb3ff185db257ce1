import fastify from 'fastify'
import { expect, test } from 'vitest'
import { createBorderCounts } from '../../platform/border-counts.ts'
import { registerHealthRoutes, type HealthOptions } from './routes.ts'

async function readyz(over: Partial<HealthOptions>) {
  const server = fastify()
  registerHealthRoutes(server, {
    routerStatus: () => ({ state: 'ready', workers: 1 }),
    mediaPorts: () => [],
    databaseReady: async () => true,
    ledger: 'replayed',
    draining: () => false,
    refusals: createBorderCounts().read,
    lateRequests: async () => false,
    overdueBreaches: async () => false,
    overdueHolds: async () => false,
    ...over,
  })
  const { statusCode, body } = await server.inject({ url: '/readyz' })
  await server.close()
  const { status, requests, breaches, holds } = JSON.parse(body) as Record<string, unknown>
  return { statusCode, status, requests, breaches, holds }
}

const green = { statusCode: 200, status: 'ready', requests: 'green', breaches: 'green', holds: 'green' }

test('rows R07, R14, R15: what is late is red, and takes no server out of service', async () => {
  expect(await readyz({})).toEqual(green)
  expect(await readyz({ overdueHolds: async () => true })).toEqual({ ...green, holds: 'red' })
  expect(await readyz({ lateRequests: async () => true })).toEqual({ ...green, requests: 'red' })
  expect(await readyz({ overdueBreaches: async () => true })).toEqual({ ...green, breaches: 'red' })
})

test('while the database doesn’t answer, nobody asks it what is late', async () => {
  const asked = async (): Promise<boolean> => {
    throw new Error('It doesn’t answer.')
  }
  const away = { databaseReady: async () => false, overdueHolds: asked, lateRequests: asked, overdueBreaches: asked }
  expect(await readyz(away)).toEqual({ ...green, statusCode: 503, status: 'not-ready' })
})
