import net from 'node:net'
import { request } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { createBorderCounts } from '../border-counts.ts'
import { createLog } from '../log.ts'
import { reportRefusals } from '../refusals.ts'
import { startLocalServer, type LocalServer, type LocalServerOptions } from './local-server.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function start(given: Partial<LocalServerOptions> = {}): Promise<LocalServer> {
  const log = createLog('error', () => {})
  const server = await startLocalServer({
    port: 0,
    routes: { 'GET /outbox': { access: 'this-machine', reads: [], writes: [], answers: 'page', errors: [] } },
    register: (one) => void one.get('/outbox', (_request, reply) => reply.type('text/html').send('mail')),
    log,
    refused: reportRefusals(log, createBorderCounts()),
    ...given,
  })
  closing.push(server.close)
  return server
}

function ask(port: number, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/outbox', headers }, (answer) => {
      let body = ''
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

test('who names this machine is answered', async () => {
  const { port } = await start()
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`]) {
    expect(await ask(port, { host })).toEqual({ status: 200, body: 'mail' })
  }
})

test('a name of somebody’s that leads here gets nothing', async () => {
  const { port } = await start()
  for (const host of [
    `rebind.evil.example:${port}`,
    'evil.example',
    `localhost.evil.example:${port}`,
    `evil.localhost:${port}`,
    `localhost@evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `127.0.0.2:${port}`,
    'localhost',
    `localhost:${port + 1}`,
    `localhost:${port}x`,
    ' ',
  ]) {
    const { status, body } = await ask(port, { host })
    expect([host, status]).toEqual([host, 404])
    expect(body).not.toContain('mail')
  }
})

test('a page of others may lead here and take nothing', async () => {
  const { port } = await start()
  const host = `localhost:${port}`
  const as = (site: string, dest: string) => ask(port, { host, 'sec-fetch-site': site, 'sec-fetch-dest': dest })
  expect((await as('none', 'document')).status).toBe(200)
  expect((await as('same-origin', 'iframe')).status).toBe(200)
  expect((await as('cross-site', 'document')).status).toBe(200)
  for (const dest of ['iframe', 'empty', 'script', 'image', 'object']) {
    expect([(await as('cross-site', dest)).status, (await as('same-site', dest)).status]).toEqual([404, 404])
  }
})

test('it listens for this machine alone', async () => {
  const { port } = await start()
  const others = net.createServer().listen(port, '127.0.0.2')
  closing.push(() => new Promise((resolve) => others.close(resolve)))
  await new Promise((resolve) => others.once('listening', resolve))
  expect(others.listening).toBe(true)
})

test('a port that was named is taken, or said to be taken', async () => {
  const { port } = await start()
  await closing.pop()?.()
  expect((await start({ port })).port).toBe(port)
  await expect(start({ port })).rejects.toMatchObject({
    code: 'port.in-use',
    message: expect.stringContaining('SAMTALE_LOCAL_PORT'),
  })
})
