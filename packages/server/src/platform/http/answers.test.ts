import { expect, test } from 'vitest'
import * as z from 'zod'
import { createTestHttpServer } from '../../../test/http/test-http-server.ts'
import type { RouteDeclaration } from './routes.ts'

const asked = { access: 'anyone', reads: [], writes: [], errors: [] } as const
const Room = z.object({ name: z.string(), people: z.array(z.object({ id: z.string() })) })
const room = { name: 'office', people: [{ id: 'a' }] }

function answering(answer: unknown, declaration: Partial<RouteDeclaration> = {}, status = 200) {
  const made = createTestHttpServer({ 'GET /room': { ...asked, answers: Room, ...declaration } })
  made.server.get('/room', (_request, reply) => reply.code(status).send(answer))
  return { ...made, ask: () => made.server.inject('/room') }
}

test('an answer as declared goes out as it is', async () => {
  const { ask, counts } = answering(room)
  expect((await ask()).json()).toEqual(room)
  expect(counts.read()['answer.refused']).toBe(0)
})

test('a field that the route does not declare is dropped, however deep, counted and told', async () => {
  const leaky = { ...room, email: 'ana@example.test', people: [{ id: 'a', address: '192.0.2.1' }] }
  const { ask, counts, logged } = answering(leaky)
  const reply = await ask()
  expect(reply.json()).toEqual(room)
  expect(counts.read()['answer.refused']).toBe(1)
  expect(logged.join('')).toContain('answer.refused')
  expect(logged.join('') + reply.body).not.toMatch(/ana@|192\.0/)
})

test.each([
  ['an answer of another shape', { email: 'ana@example.test' }, {}],
  ['JSON on a route of pages', { email: 'ana@example.test' }, { answers: 'page' }],
  ['an error whose code is not declared', { error: 'room.ana' }, { answers: 'page' }],
] as const)('%s becomes an error without it', async (_what, answer, declaration) => {
  const { ask } = answering(answer, declaration)
  const reply = await ask()
  expect(reply.statusCode).toBe(500)
  expect(reply.json()).toEqual({ error: 'server.internal', status: 'Internal Server Error' })
})

test('JSON made past the schema is refused, as text and as bytes', async () => {
  for (const body of ['{"email":"ana@example.test"}', Buffer.from('{"email":"ana@example.test"}')]) {
    const { server, counts } = createTestHttpServer({ 'GET /room': { ...asked, answers: Room } })
    server.get('/room', (_request, reply) => reply.type('application/json').send(body))
    const reply = await server.inject('/room')
    expect(reply.statusCode).toBe(500)
    expect(reply.body).not.toContain('ana@')
    expect(counts.read()['answer.refused']).toBe(1)
  }
})

test('files and pages pass', async () => {
  const { server } = createTestHttpServer({
    'GET /export.json': { ...asked, answers: 'file' },
    'GET /page': { ...asked, answers: 'page' },
  })
  server.get('/export.json', (_request, reply) => reply.type('application/json').send('{"a":1}'))
  server.get('/page', (_request, reply) => reply.type('text/html; charset=utf-8').send('<p>x</p>'))
  expect((await server.inject('/export.json')).json()).toEqual({ a: 1 })
  expect((await server.inject('/page')).body).toBe('<p>x</p>')
})

test('an exception tells a code and nothing of its message, and what is not there is said so', async () => {
  const { server, logged } = createTestHttpServer({ 'GET /room': { ...asked, answers: Room } })
  server.get('/room', () => {
    throw new TypeError('ana@example.test')
  })
  const reply = await server.inject('/room')
  expect(reply.json()).toEqual({ error: 'server.internal', status: 'Internal Server Error' })
  expect(logged.join('')).toContain('TypeError')
  expect(logged.join('')).not.toContain('ana@')
  const other = await server.inject('/ana@example.test')
  expect([other.statusCode, other.json()]).toEqual([404, { error: 'not-found', status: 'Not Found' }])
})

test('a payment card’s number is refused in every field, before a handler sees it', async () => {
  const seen: unknown[] = []
  const { server } = createTestHttpServer({ 'POST /contact': { ...asked, answers: z.object({}) } })
  server.post('/contact', (request, reply) => {
    seen.push(request.body)
    return reply.send({})
  })
  const post = (payload: object, url = '/contact') => server.inject({ method: 'POST', url, payload })
  for (const reply of [
    await post({ message: 'my card is 4111 1111 1111 1111' }),
    await post({ a: [{ b: 4_111_111_111_111_111 }] }),
    await post({}, '/contact?note=4111-1111-1111-1111'),
  ]) {
    expect([reply.statusCode, reply.json().error]).toEqual([400, 'card.number-refused'])
  }
  expect((await post({ message: 'call +47 22 00 00 00' })).statusCode).toBe(200)
  expect(seen).toHaveLength(1)
})

test('a person who asked for a page gets one, a program the code', async () => {
  const { server } = createTestHttpServer(
    { 'POST /contact': { ...asked, answers: 'page' } },
    { errorPage: (_request, reply, code) => reply.type('text/html').send(`<h1>${code}</h1>`) },
  )
  server.post('/contact', (_request, reply) => reply.type('text/html').send('<h1>thanks</h1>'))
  const post = async (accept: string) => {
    const payload = { message: '4111 1111 1111 1111' }
    const reply = await server.inject({ method: 'POST', url: '/contact', payload, headers: { accept } })
    return [reply.statusCode, reply.body]
  }
  expect(await post('text/html,*/*')).toEqual([400, '<h1>card.number-refused</h1>'])
  expect(await post('application/json')).toEqual([400, expect.stringContaining('"card.number-refused"')])
})
