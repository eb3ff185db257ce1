import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createTestHttpServer } from '../../../test/http/test-http-server.ts'
import { sampleMessage } from '../../../test/mail/sample-message.ts'
import { newId } from '../../platform/ids.ts'
import { openOutbox, type Outbox } from '../../platform/mail/outbox.ts'
import type { Message } from '../../platform/mail/message.ts'
import { pageAssetRoutes, registerPageAssets } from '../pages/index.ts'
import { outboxRoutes, registerOutboxRoutes } from './index.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-outbox-page-'))
const outbox: Outbox = openOutbox(path.join(folder, 'outbox'))
const { server } = createTestHttpServer({ ...pageAssetRoutes, ...outboxRoutes }, { audience: 'this-machine' })
registerPageAssets(server)
registerOutboxRoutes(server, {
  outbox,
  publicUrl: new URL('http://localhost:3000'),
  hasServer: false,
  footer: [],
  titleOf: (kind) => (kind === 'contact.reply' ? { en: 'Our answer', nb: 'Svaret vårt', sv: 'Vårt svar' } : null),
})
beforeEach(() => outbox.remove(() => true))
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

async function put(given: Partial<Message> = {}, kind = 'contact.reply'): Promise<string> {
  await outbox.deliver(
    { message: sampleMessage(given), returnPath: null, kind, record: newId() },
    new AbortController().signal,
  )
  return (await outbox.list())[0]?.name ?? ''
}

test('mail is listed, newest first, by what it is about, to whom, and what kind', async () => {
  await put({ subject: 'Den første', date: new Date('2026-06-01T09:00:00Z') })
  await put({ subject: 'Den <andre>', date: new Date('2026-06-01T09:01:00Z') }, 'newsletter.issue')
  const { body, headers } = await server.inject('/outbox?lang=nb')
  expect(body.indexOf('Den &lt;andre&gt;')).toBeLessThan(body.indexOf('Den første'))
  for (const text of ['kari@hjem.example', 'Svaret vårt', 'newsletter.issue']) expect(body).toContain(text)
  expect(headers['cache-control']).toBe('no-store')
})

test('an empty outbox says so, in each language', async () => {
  const said = await Promise.all(
    ['en', 'nb', 'sv'].map(async (lang) => (await server.inject(`/outbox?lang=${lang}`)).body),
  )
  expect(said.map((body) => /No mail yet|Ingen e-post ennå|Inga mejl än/.exec(body)?.[0])).toEqual([
    'No mail yet',
    'Ingen e-post ennå',
    'Inga mejl än',
  ])
})

test('a mail is shown with its text and headers, and its HTML in a frame that runs and fetches nothing', async () => {
  const html = '<!doctype html><p>Hei</p><script>alert(1)</script><img src="https://evil.example/x">'
  const name = await put({ html, text: 'Hei <script>alert(2)</script>' })
  const page = await server.inject(`/outbox/${name}?lang=en`)
  expect(page.body).toContain(
    `<iframe class="shown" sandbox="allow-popups allow-popups-to-escape-sandbox" title="Møtet på fredag" src="/outbox/${name}/html">`,
  )
  expect(page.body).toContain('Hei &lt;script&gt;alert(2)')
  expect(page.body).toContain('Message-ID: &lt;')
  expect(page.body).not.toContain('<script')
  expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-src 'self'/)
  const frame = await server.inject(`/outbox/${name}/html`)
  expect(frame.body.trim()).toBe(html)
  expect(frame.headers['content-security-policy']).toMatch(
    /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline';/,
  )
})

test('a mail that is gone is said to be, and nothing but mail is read', async () => {
  const name = await put()
  await outbox.remove(() => true)
  for (const other of [name, '..%2Fsecret', 'x.eml', '%00']) {
    const { statusCode, body } = await server.inject(`/outbox/${other}?lang=en`)
    expect([statusCode, body.includes('This mail is gone')]).toEqual([404, true])
    expect((await server.inject(`/outbox/${other}/html`)).statusCode).toBe(404)
  }
})

test('whoever opens the root is led to Samtale', async () => {
  expect((await server.inject('/')).headers.location).toBe('http://localhost:3000/')
})
