import { request as ask, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { StorageKey } from '@samtale/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { createTestHttpServer } from '../../../test/http/test-http-server.ts'
import { createCookieJar } from './cookie-jar.ts'
import { declaredCookies } from './cookies.ts'

const text = { en: 'x', nb: 'x', sv: 'x' }
const about = { holds: 'device.preference', purpose: 'preferences', description: text }
const storage = {
  session: { ...about, purpose: 'sign-in', store: 'cookie', lifetime: 'session' },
  '__Host-language': { ...about, store: 'cookie', lifetime: 'P30D' },
  '_pk_id.*': { ...about, purpose: 'statistics', party: 'matomo', store: 'cookie', lifetime: 'P13M' },
  'samtale.theme': { ...about, store: 'local', lifetime: 'until-cleared' },
} as const satisfies Record<string, StorageKey>
const publicUrl = new URL('https://meet.example.test')
const jar = createCookieJar(storage, publicUrl)
const page = { access: 'anyone', reads: [], writes: [], answers: 'page', errors: [] } as const

type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown

function serving(handler: Handler, secure = true) {
  const made = createTestHttpServer(
    { 'GET /page': page },
    { secure, policy: { cookies: declaredCookies(storage), recipients: {} } },
  )
  made.server.get('/page', handler)
  const refused = () => made.counts.read()['cookie.refused']
  const get = async (cookie?: string) => {
    const reply = await made.server.inject({ url: '/page', headers: cookie === undefined ? {} : { cookie } })
    return { reply, cookies: [reply.headers['set-cookie'] ?? []].flat() }
  }
  return { ...made, get, refused }
}

test('a declared cookie has the attributes of its declaration, whatever was asked for', async () => {
  const { get } = serving((_request, reply) =>
    reply
      .header('set-cookie', '__Host-language=nb; Domain=example.test; Path=/x; Max-Age=99999999; SameSite=None')
      .header('set-cookie', 'session=abc; Expires=Wed, 01 Jan 2100 00:00:00 GMT')
      .send('x'),
  )
  expect((await get()).cookies).toEqual([
    '__Host-language=nb; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax',
    'session=abc; Path=/; Secure; HttpOnly; SameSite=Lax',
  ])
})

test('without HTTPS only names that ask for it are marked secure', async () => {
  const { get } = serving((_request, reply) => {
    jar.set(reply, '__Host-language', 'nb')
    jar.set(reply, 'session', 'å;b')
    return reply.send('x')
  }, false)
  expect((await get()).cookies).toEqual([
    '__Host-language=nb; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax',
    'session=%C3%A5%3Bb; Path=/; HttpOnly; SameSite=Lax',
  ])
})

const ways: [string, Handler][] = [
  ['reply.header', (_request, reply) => reply.header('set-cookie', 'track=1').send('x')],
  ['reply.headers', (_request, reply) => reply.headers({ 'Set-Cookie': ['track=1', 'other=2'] }).send('x')],
  ['reply.raw.setHeader', (_request, reply) => reply.send((reply.raw.setHeader('Set-Cookie', 'track=1'), 'x'))],
  ['reply.raw.appendHeader', (_request, reply) => reply.send((reply.raw.appendHeader('SET-COOKIE', 'track=1'), 'x'))],
  ['writeHead', (_request, reply) => reply.hijack().raw.writeHead(200, { 'sEt-CoOkIe': 'track=1' }).end('x')],
  [
    'writeHead with reason',
    (_request, reply) =>
      reply
        .hijack()
        .raw.writeHead(200, 'OK', { 'set-cookie': ['track=1'] })
        .end('x'),
  ],
  [
    'writeHead with a list',
    (_request, reply) => reply.hijack().raw.writeHead(200, ['Set-Cookie', 'track=1', 'X-A', '1']).end('x'),
  ],
  [
    'an implied head',
    (_request, reply) => {
      reply.hijack()
      reply.raw.setHeader('set-cookie', ['track=1'])
      reply.raw.write('x')
      reply.raw.end()
    },
  ],
  ['a tracker that only scripts may set', (_request, reply) => reply.header('set-cookie', '_pk_id.1.ab=1').send('x')],
  ['a name that begins as a declared one', (_request, reply) => reply.header('set-cookie', 'session2=1').send('x')],
  ['no name', (_request, reply) => reply.header('set-cookie', '=1; session=1').send('x')],
]

test.each(ways)('an undeclared cookie by %s is dropped, counted and told without its name', async (_way, handler) => {
  const { get, refused, logged } = serving(handler)
  const { reply, cookies } = await get()
  expect(reply.statusCode).toBe(200)
  expect(cookies).toEqual([])
  expect(refused()).toBe(1)
  expect(logged.join('')).toContain('cookie.refused')
  expect(logged.join('')).not.toContain('track')
})

test.each(ways.slice(4, 8))('the same over a socket, by %s', async (_way, handler) => {
  const { server, refused } = serving(handler)
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as AddressInfo
  const reply = await new Promise<IncomingMessage>((resolve) =>
    ask({ port, path: '/page', agent: false }, resolve).end(),
  )
  reply.resume()
  await server.close()
  expect(reply.headers['set-cookie']).toBeUndefined()
  expect(refused()).toBe(1)
})

test('other headers stay as they are', async () => {
  const { get } = serving((_request, reply) =>
    reply
      .hijack()
      .raw.writeHead(201, 'Made', [
        ['X-A', '1'],
        ['X-A', '2'],
        ['Set-Cookie', 'track=1'],
      ])
      .end('x'),
  )
  const { reply } = await get()
  expect([reply.statusCode, reply.headers['x-a']]).toEqual([201, ['1', '2']])
})

test('cookies that aren’t declared never reach a handler', async () => {
  let seen: unknown
  const { get } = serving((request, reply) => {
    seen = [
      request.headers.cookie,
      request.raw.headers.cookie,
      request.raw.rawHeaders.join(),
      jar.read(request, 'session'),
    ]
    return reply.send('x')
  })
  await get('track=ana; session=a%20b; _pk_id.1.ab=7; __Host-language=nb; sessionx=1')
  expect(seen).toEqual([
    'session=a%20b; _pk_id.1.ab=7; __Host-language=nb',
    'session=a%20b; _pk_id.1.ab=7; __Host-language=nb',
    expect.stringContaining('Cookie,session=a%20b; _pk_id.1.ab=7; __Host-language=nb'),
    'a b',
  ])
  expect(JSON.stringify(seen)).not.toContain('track')
  await get('track=ana')
  expect(seen).toEqual([undefined, undefined, expect.not.stringMatching(/cookie/i), undefined])
})

test('withdrawal removes the cookies of a purpose, also those of scripts and of the domain above', async () => {
  const { get, refused } = serving((request, reply) => {
    jar.remove(request, reply, ['statistics'])
    return reply.send('x')
  })
  const { cookies, reply } = await get('_pk_id.1.ab=7; session=1')
  expect(cookies).toEqual([
    '_pk_id.1.ab=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax',
    '_pk_id.1.ab=; Path=/; Max-Age=0; Domain=meet.example.test; Secure; HttpOnly; SameSite=Lax',
    '_pk_id.1.ab=; Path=/; Max-Age=0; Domain=example.test; Secure; HttpOnly; SameSite=Lax',
  ])
  expect(reply.headers['clear-site-data']).toBeUndefined()
  expect(refused()).toBe(0)
})

test('withdrawal of everything empties the browser’s storage too', async () => {
  const { get } = serving((request, reply) => {
    jar.remove(request, reply, 'all')
    return reply.send('x')
  })
  const { cookies, reply } = await get()
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(expect.arrayContaining(['session', '__Host-language']))
  expect(cookies.every((cookie) => cookie.includes('Max-Age=0'))).toBe(true)
  expect(reply.headers['clear-site-data']).toBe('"cookies", "storage"')
})
