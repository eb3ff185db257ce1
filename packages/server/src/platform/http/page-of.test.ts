import { expect, test } from 'vitest'
import { createTestHttpServer } from '../../../test/http/test-http-server.ts'
import { pageOf } from './page-of.ts'

const page = { access: 'anyone', reads: [], writes: [], answers: 'page', errors: [] } as const

test('a form stood on the nearest page above where it is sent, and a file is no page', async () => {
  const routes = {
    'GET /': page,
    'GET /rooms/:room': page,
    'POST /rooms/:room': page,
    'POST /rooms/:room/name': page,
    'GET /rooms/:room/logo': { ...page, answers: 'file' },
    'POST /rooms/:room/logo': page,
    'POST /rooms/:room/logo/remove': page,
    'POST /far/away': page,
  } as const
  const { server } = createTestHttpServer(routes)
  for (const name of Object.keys(routes)) {
    const [method = '', url = ''] = name.split(' ')
    server.route({ method, url, handler: async (request, reply) => reply.type('text/html').send(pageOf(request)) })
  }
  for (const [method, url, stoodOn] of [
    ['GET', '/rooms/bl%C3%A5?x=1', '/rooms/bl%C3%A5'],
    ['POST', '/rooms/bl%C3%A5?x=1', '/rooms/bl%C3%A5'],
    ['POST', '/rooms/a/name?lang=nb', '/rooms/a'],
    ['POST', '/rooms/a/logo', '/rooms/a'],
    ['POST', '/rooms/a/logo/remove', '/rooms/a'],
    ['POST', '/far/away', '/'],
  ] as const)
    expect([url, (await server.inject({ method, url })).body]).toEqual([url, stoodOn])
})
