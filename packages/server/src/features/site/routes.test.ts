import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerSiteRoutes } from './index.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-site-'))
const server = fastify()
beforeAll(async () => {
  mkdirSync(path.join(folder, 'assets'))
  writeFileSync(
    path.join(folder, 'index.html'),
    '<html lang="en"><head><meta name="samtale-storage" content="" /></head>',
  )
  await registerSiteRoutes(
    server,
    folder,
    {},
    {
      consentsOf: () => new Set(),
      honourSignal: async () => {},
      around: () => ({ head: '', foot: '' }),
      canSignIn: true,
      personOf: ({ headers: { cookie } }) => (cookie === 'kari' ? { theme: 'dark', language: 'nb' } : null),
    },
  )
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const status = async (url: string, headers: Record<string, string>): Promise<number> =>
  (await server.inject({ url, headers })).statusCode

test.each(['/policies', '/our-room'])('%s is a page for browsers, and for programs that take anything', async (url) => {
  expect(await status(url, { accept: 'text/html,application/xhtml+xml', 'sec-fetch-dest': 'document' })).toBe(200)
  expect(await status(url, { accept: '*/*' })).toBe(200)
  expect(await status(url, {})).toBe(200)
})

test.each(['/deep/er', '/policies/a/b', '/a%00b'])('%s is nothing, which the app says', async (url) => {
  const answer = await server.inject({ url, headers: { accept: 'text/html' } })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
})

test('what a page loads, and what a program asks as data, is never answered with a page', async () => {
  expect(await status('/no.js', { accept: '*/*', 'sec-fetch-dest': 'script' })).toBe(404)
  expect(await status('/policies', { accept: 'application/json' })).toBe(404)
  for (const url of ['/assets/none.js', '/api/v1/none', '/ws']) expect(await status(url, { accept: '*/*' })).toBe(404)
})

test('the app is told the theme and language of whoever is signed in, and of nobody else', async () => {
  for (const url of ['/', '/our-room']) {
    const own = await server.inject({ url, headers: { accept: 'text/html', cookie: 'kari' } })
    expect(own.body).toContain('<html data-account-theme="dark" data-account-language="nb" lang="en">')
    expect(own.headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: 'cookie' })
    const guest = await server.inject({ url, headers: { accept: 'text/html' } })
    expect(guest.body).not.toContain('data-account')
    expect(guest.body.includes('<html data-sign-in ')).toBe(url === '/')
    expect(own.body).not.toContain('data-sign-in')
    expect(guest.headers['set-cookie']).toBeUndefined()
  }
})
