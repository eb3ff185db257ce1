import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compileProfile } from '@samtale/policy'
import { PolicyList } from '@samtale/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHttpServer } from '../../test/http/test-http-server.ts'
import { policiesRoutes, readPolicies, registerPoliciesRoutes } from '../features/policies/index.ts'
import { declarations } from './personal-data.ts'

const profile = (key: string, language: string) =>
  `profile: ${key}\ntitle: Title of ${key}\nlanguages: [${language}]\neffective: 2026-11-22\n`

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-policies-'))
const files = {
  'whereby.yaml': profile('whereby', 'en'),
  'samtale.yaml': profile('samtale', 'en'),
  'broken.yaml': 'a: [',
  'undated.yaml': profile('undated', 'sv').replace('effective: 2026-11-22\n', ''),
  // None of these is a policy to show.
  'system.yaml': profile('system', 'en'),
  'notes.txt': 'notes',
  '.hidden.yaml': profile('hidden', 'en'),
}
const { server } = createTestHttpServer(policiesRoutes)

beforeAll(() => {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  registerPoliciesRoutes(server, readPolicies(folder), declarations)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test('the list has the default first, and each by its own title and languages', async () => {
  const answer = await server.inject('/api/v1/policies')
  const { policies } = PolicyList.parse(answer.json())
  expect(policies.map(({ key, kind }) => [key, kind])).toEqual([
    ['samtale', 'default'],
    ['broken', 'real'],
    ['undated', 'real'],
    ['whereby', 'real'],
  ])
  expect(policies[1]).toMatchObject({ title: { nb: 'broken' }, languages: [] })
  expect(policies[2]).toMatchObject({ title: { nb: 'Title of undated' }, languages: ['sv'] })
})

test('a policy is its file, byte for byte', async () => {
  const answer = await server.inject('/api/v1/policies/whereby')
  expect(answer.body).toBe(files['whereby.yaml'])
  expect(answer.headers['content-type']).toBe('application/yaml; charset=utf-8')
})

test.each(['nobody', 'notes', '..%2fwhereby', '%2e%2e', '.hidden', 'whereby.yaml', '__proto__', 'WHEREBY'])(
  'there is no policy %s',
  async (key) => {
    expect((await server.inject(`/api/v1/policies/${key}`)).statusCode).toBe(404)
  },
)

test('what the code declares comes whole: a compiler elsewhere judges by it as one here does', async () => {
  const system = (await server.inject('/api/v1/policies/system')).json<typeof declarations>()
  const there = compileProfile(files['whereby.yaml'], { system })
  const here = compileProfile(files['whereby.yaml'], { system: declarations })
  expect(there.findings).toEqual(here.findings)
  expect(Object.keys(there.policy?.processings ?? {})).toEqual(Object.keys(here.policy?.processings ?? {}))
})

test('what hasn’t changed is not sent again', async () => {
  for (const url of ['/api/v1/policies', '/api/v1/policies/whereby', '/api/v1/policies/system']) {
    const { etag = '' } = (await server.inject(url)).headers
    const again = await server.inject({ url, headers: { 'if-none-match': etag } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  }
})

test('where there is no folder, there are no policies', () => {
  expect(readPolicies(path.join(folder, 'nowhere'))).toEqual([])
})
