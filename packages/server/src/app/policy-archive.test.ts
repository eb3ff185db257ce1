import type { Policy } from '@samtale/policy'
import { afterAll, expect, test } from 'vitest'
import { createPages, pageAssetRoutes, registerPageAssets } from '../features/pages/index.ts'
import { archiveRoutes, createArchive, registerArchiveRoutes } from '../features/privacy/index.ts'
import { createTestDatabase } from '../../test/db/test-database.ts'
import { createTestHttpServer } from '../../test/http/test-http-server.ts'
import { ownPolicy, publish, secret } from '../../test/privacy/publish.ts'
import { columnBindings, type DatabaseTables } from './database.ts'

const day = 86_400_000
const start = new Date('2026-06-01T09:00:00Z')
const text = (en: string, nb: string, sv: string) => ({ en, nb, sv })
const terms = (en: string): Policy['documents'] => ({
  terms: { kind: 'terms', title: text('Terms', 'Vilkår', 'Villkor'), text: text(en, `${en} (nb)`, `${en} (sv)`) },
})
const named = (name: string) => ({
  name,
  address: 'Storgata 1, 0155 Oslo',
  country: 'NO',
  email: `post@${name.toLowerCase()}.example`,
  privacyContact: `privacy@${name.toLowerCase()}.example`,
  officer: { name: 'Kari Nordmann', email: 'kari@personvern.example' },
})
const policy = (more: Partial<Policy>): Policy => ({ ...ownPolicy, ...more })

const database = await createTestDatabase<DatabaseTables>({ columns: columnBindings })
const { server } = createTestHttpServer({ ...pageAssetRoutes, ...archiveRoutes })
registerPageAssets(server)
const archive = createArchive({ database, secret })
const publicUrl = new URL('https://meet.example.org')
registerArchiveRoutes(server, { archive, pages: createPages({ footer: [] }), publicUrl })
afterAll(async () => {
  await server.close()
  await database.close()
})
const page = async (path: string) => (await server.inject(path)).body

await publish(policy({ documents: terms('## Free\n\nYou pay nothing.'), controller: named('Ola') }), {
  database,
  now: start,
})
await publish(policy({ documents: terms('## Free\n\nYou pay very little.'), controller: named('Ola') }), {
  database,
  now: new Date(start.getTime() + day),
})
await publish(policy({ documents: terms('## Free\n\nYou pay very little.'), controller: named('Kari') }), {
  database,
  now: new Date(start.getTime() + 2 * day),
})
await publish(policy({ documents: terms('## Not free\n\nYou pay.'), controller: named('Kari') }), {
  database,
  now: new Date(start.getTime() + 3 * day),
  alone: false,
})

test('row A12: every version stays readable, with since when and what it changed in a sentence', async () => {
  const list = await page('/privacy/versions')
  expect([...list.matchAll(/<li value="(\d)"/g)].map((match) => match[1])).toEqual(['4', '3', '2', '1'])
  expect(list).toContain('In effect since 3 June 2026. Change that matters to you.')
  expect(list).toContain('In effect from 1 June 2026 to 2 June 2026. </p>\n<p>The first version.')
  expect(list).toContain('Takes effect on 19 June 2026 at the earliest.')
  expect(list).toContain('Who is responsible, name: changed')
  expect(await page('/privacy/versions?lang=nb')).toContain('Gjaldt fra 1. juni 2026 til 2. juni 2026.')
})

test('row A12: a version is shown as it was, marked as what it is, with a link that lasts', async () => {
  const former = await page('/privacy/versions/1')
  expect(former).toContain('This is not the policy that is in effect.')
  expect(former).toContain('https://meet.example.org/privacy/versions/1')
  expect(former).toContain('/privacy/versions/1/documents/terms')
  const coming = await page('/privacy/versions/4?lang=sv')
  expect(coming).toContain('Gäller tidigast från 19 juni 2026.')
  expect(coming).not.toContain('Gäller här sedan')
  expect(await page('/privacy/versions/3')).not.toContain('This is not the policy')
})

test('who answered for an earlier version is named, and nobody is reached or remembered by it any more', async () => {
  const former = await page('/privacy/versions/1')
  expect(former).toContain('>Ola<')
  expect(former).not.toMatch(/ola\.example|Nordmann/)
  expect(await page('/privacy/versions/3')).toMatch(/kari\.example[\s\S]*Nordmann/)
  const rows = await database.for('operation').selectFrom('policy_controller').selectAll().execute()
  expect(rows).toHaveLength(4)
  expect(JSON.stringify(rows)).not.toMatch(/Ola|Kari|Nordmann/)
})

test('rows A02 and A12: what changed in a document is read word by word, also by who doesn’t see it', async () => {
  const changes = await page('/privacy/versions/2/changes')
  expect(changes).toContain('You pay <del><span class="unseen">[removed: </span>nothing.')
  expect(changes).toContain('<ins><span class="unseen">[added: </span>very little.')
  expect(changes).toContain('Document “Terms”, text: changed.')
  expect(await page('/privacy/versions/4/changes')).toContain('href="/rights?lang=en"')
})

test('row A02: a document has a page of its own as long as it is in force, and the archive has all', async () => {
  expect(await page('/terms')).toContain('<h2>Free</h2>\n<p>You pay very little.</p>')
  expect(await page('/terms?lang=nb')).toContain('Vilkår')
  expect(await page('/privacy/versions/1/documents/terms')).toContain('You pay nothing.')
  expect((await server.inject('/service-level')).statusCode).toBe(404)
})

test.each(['0', '9', '-1', '1e3', '01', 'x', '99999999999', '1/documents/toString', '1/documents/none', '1/changes'])(
  'there is nothing at %s',
  async (place) => expect((await server.inject(`/privacy/versions/${place}`)).statusCode).toBe(404),
)
