import { renderHtml, renderPolicyPage, type Controller, type Policy } from '@samtale/policy'
import { afterAll, afterEach, expect, test } from 'vitest'
import { createPages, pageAssetRoutes, registerPageAssets } from '../features/pages/index.ts'
import {
  documentRoutes,
  privacyRoutes,
  registerDocumentRoutes,
  registerPrivacyRoutes,
} from '../features/privacy/index.ts'
import type { Database } from '../platform/db/database.ts'
import { createTestDatabase } from '../../test/db/test-database.ts'
import { publish } from '../../test/privacy/publish.ts'
import { createTestHttpServer } from '../../test/http/test-http-server.ts'
import { columnBindings, type DatabaseTables } from './database.ts'
import { declarations } from './personal-data.ts'

const controller: Controller = {
  name: 'Eksempel & Sønner "AS"',
  address: 'Storgata 1, 0155 Oslo',
  country: 'NO',
  email: 'post@eksempel.example',
  privacyContact: 'privacy@eksempel.example',
}
const now = new Date('2026-11-22T12:00:00Z')
const later = new Date('2026-12-01T12:00:00Z')
const policy: Policy = { ...declarations, controller: null }

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const shared = await createTestDatabase<DatabaseTables>({ columns: columnBindings })
afterAll(() => shared.close())

async function emptyDatabase(): Promise<Database<DatabaseTables>> {
  const opened = await createTestDatabase<DatabaseTables>({ columns: columnBindings })
  closing.push(opened.close)
  return opened
}

async function served(named: Controller | null) {
  const { server } = createTestHttpServer({ ...pageAssetRoutes, ...documentRoutes, ...privacyRoutes })
  registerPageAssets(server)
  const pages = createPages({ footer: [] })
  const published = await publish({ ...policy, controller: named }, { now, database: shared })
  registerPrivacyRoutes(server, pages, published)
  const publicUrl = new URL('https://meet.example.org')
  registerDocumentRoutes(server, { pages, published, publicUrl, clock: { now: () => now } })
  closing.push(() => server.close())
  return server
}

test('a version lasts while the policy says the same, and another begins when it says something else', async () => {
  const database = await emptyDatabase()
  const first = await publish(policy, { database, now })
  expect(first.publication).toMatchObject({ number: 1, effectiveAt: now })
  expect(await publish(policy, { database, now: later })).toEqual(first)

  const second = await publish({ ...policy, controller }, { database, now: later })
  expect(second.publication).toMatchObject({ number: 2, effectiveAt: later })
  expect((await publish(policy, { database, now: later })).publication.number).toBe(3)

  const rows = await database
    .for('operation')
    .selectFrom('policy_version')
    .select(['version', 'controller_named', 'facts'])
    .orderBy('version')
    .execute()
  expect(rows.map(({ controller_named }) => controller_named)).toEqual([false, true, false])
  expect(rows[1]?.facts).toMatchObject({ controller: null, storage: { 'samtale.theme': { store: 'local' } } })
  expect(JSON.stringify(rows)).not.toContain('eksempel')
})

test('servers that start at once with the same policy agree on its version', async () => {
  const database = await emptyDatabase()
  const all = await Promise.all([1, 2, 3].map(() => publish(policy, { database, now })))
  expect(all.map(({ publication }) => publication.number)).toEqual([1, 1, 1])
})

test('the page needs no script, sets no cookie and carries no style of its own', async () => {
  const server = await served(controller)
  const reply = await server.inject('/privacy')
  expect(reply.statusCode).toBe(200)
  expect(reply.headers['set-cookie']).toBeUndefined()
  expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
  expect(reply.body).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:\/\//)
  expect(reply.body).toContain('Eksempel &amp; Sønner &quot;AS&quot;')
  const css = await server.inject('/pages.css')
  expect(css.headers['content-type']).toBe('text/css; charset=utf-8')
  expect(css.body).not.toMatch(/url\((?!'\/inter\.woff2'\))|@import/)
})

test.each([
  ['/privacy', {}, 'en', 'Privacy policy'],
  ['/privacy', { 'accept-language': 'nn-NO' }, 'nb', 'Personvernerklæring'],
  ['/privacy?lang=sv', { 'accept-language': 'nb' }, 'sv', 'Integritetspolicy'],
  ['/privacy?lang=sv&lang=en', {}, 'en', 'Privacy policy'],
  ['/privacy?lang=%00', {}, 'en', 'Privacy policy'],
])('%s with %j is answered in %s', async (url, headers, language, title) => {
  const reply = await (await served(null)).inject({ url, headers })
  expect(reply.headers['content-language']).toBe(language)
  expect(reply.headers['vary']).toBe('accept-language')
  expect(reply.body).toContain(`<html lang="${language}">`)
  expect(reply.body).toContain(`<h1 id="title">${title}</h1>`)
})

test('the page tells the truth about names, the router, and who is responsible', async () => {
  const database = shared
  const { publication } = await publish(policy, { database, now })
  const page = renderHtml(renderPolicyPage(policy, 'en', publication))
  expect(page).toContain('Through a router that can’t open them, encrypted from end to end')
  expect(page).toContain('In a room opened by its bare name the server could.')
  expect(page).toContain('Nobody has been named yet as responsible for this installation.')
  expect(page).toContain('No cookie is set.')
  expect(page).toContain('Nobody else: no other company')
  expect(page).toContain(publication.hash)
})

test.each([
  ['/privacy/record', 'text/html', 'Eksempel &amp; Sønner'],
  ['/privacy/record.csv', 'text/csv', 'call.carry'],
  ['/privacy/storage', 'text/html', 'samtale.theme'],
  ['/privacy/recipients', 'text/html', 'Version'],
  ['/privacy/consents', 'text/html', 'Version'],
  ['/.well-known/gpc.json', 'application/json', '"gpc":true'],
  ['/.well-known/security.txt', 'text/plain', 'Contact: mailto:privacy@eksempel.example'],
  ['/.well-known/dpv.jsonld', 'application/ld+json', 'dpv'],
])('rows S02, K11, L04: %s is made from the policy', async (path, type, says) => {
  const reply = await (await served(controller)).inject(path)
  expect(reply.statusCode).toBe(200)
  expect(reply.headers['content-type']).toContain(type)
  expect(reply.body).toContain(says)
})

test('row S02: while nobody is named, nobody is named to report a weakness to', async () => {
  expect((await (await served(null)).inject('/.well-known/security.txt')).statusCode).toBe(404)
})
