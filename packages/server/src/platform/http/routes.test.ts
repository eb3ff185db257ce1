import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { afterAll, expect, test } from 'vitest'
import { createTestHttpServer } from '../../../test/http/test-http-server.ts'
import type { RouteCatalogue } from './routes.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-routes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const asked = { access: 'anyone', reads: [], writes: [], answers: 'page', errors: [] } as const
const undeclared = expect.objectContaining({ code: 'route.undeclared' })
const missing = expect.objectContaining({ code: 'route.missing' })

test('a route that is not declared can’t be registered', () => {
  const { server } = createTestHttpServer({ 'GET /one': asked })
  expect(() => server.get('/two', () => 'x')).toThrow(undeclared)
  expect(() => server.post('/one', () => 'x')).toThrow(undeclared)
  expect(() => server.route({ method: ['GET', 'DELETE'], url: '/one', handler: () => 'x' })).toThrow(undeclared)
  expect(() => server.all('/one', () => 'x')).toThrow(undeclared)
})

test('nor can one of a plugin or below a prefix', async () => {
  const { server } = createTestHttpServer({ 'GET /one': asked })
  const adding = server.register(
    async (inner) => {
      inner.get('/one', () => 'x')
    },
    { prefix: '/inner' },
  )
  await expect(Promise.resolve(adding)).rejects.toThrow(undeclared)
})

test('nor can one for every method, by a name that objects have', () => {
  const { server } = createTestHttpServer({})
  expect(() => server.get('/constructor', () => 'x')).toThrow(undeclared)
})

test('HEAD goes with GET', async () => {
  const { server } = createTestHttpServer({ 'GET /one': asked })
  server.get('/one', () => 'x')
  expect((await server.inject({ method: 'HEAD', url: '/one' })).statusCode).toBe(200)
})

test('a path and all below it are declared apart', async () => {
  const { server, refuseMissingRoutes } = createTestHttpServer({ 'GET /': asked, 'GET /*': asked })
  server.get('/', () => 'x')
  expect(refuseMissingRoutes).toThrow('GET /* is')
  server.get('/*', () => 'x')
  expect(refuseMissingRoutes).not.toThrow()
})

test('the route that answers whatever is left declares no other', () => {
  const { server } = createTestHttpServer({ 'GET /*': asked })
  expect(() => server.get('/visits', () => 'x')).toThrow(undeclared)
  server.get('/*', () => 'x')
})

test('a declared route that nobody registers is told', async () => {
  const catalogue: RouteCatalogue = { 'GET /one': asked, 'POST /one': asked }
  const { server, refuseMissingRoutes } = createTestHttpServer(catalogue)
  server.get('/one', () => 'x')
  expect(refuseMissingRoutes).toThrow(missing)
  server.post('/one', () => 'x')
  await server.ready()
  expect(refuseMissingRoutes).not.toThrow()
})

test('what stands below a path is declared by it, and by the longest such path', async () => {
  writeFileSync(path.join(folder, 'a.js'), '1')
  const { server, refuseMissingRoutes } = createTestHttpServer({ 'GET /assets/*': { ...asked, answers: 'file' } })
  await server.register(fastifyStatic, { root: folder, prefix: '/assets/', wildcard: false })
  expect(refuseMissingRoutes).not.toThrow()
  expect(() => server.get('/assets', () => 'x')).toThrow(undeclared)
  expect(() => server.get('/assetsx/a.js', () => 'x')).toThrow(undeclared)
})

test('a route for this machine alone can’t be registered where others come', () => {
  const catalogue = { 'GET /outbox': { ...asked, access: 'this-machine' } } as const
  const register = (audience: 'anyone' | 'this-machine') => () =>
    createTestHttpServer(catalogue, { audience }).server.get('/outbox', () => 'x')
  expect(register('anyone')).toThrow(undeclared)
  expect(register('this-machine')).not.toThrow()
})
