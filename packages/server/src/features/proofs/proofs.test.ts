import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openProofs, sourceHash, type ProofReport } from './index.ts'
import { proofPage } from './page.ts'

const file = 'packages/some.test.ts'
const claims = [
  { kind: 'never-sold', says: { en: 'Never sold.', nb: 'Aldri solgt.', sv: 'Aldrig sålt.' } },
  { kind: 'no-profiling', says: { en: 'No profile.', nb: 'Ingen profil.', sv: 'Ingen profil.' } },
]
let root = ''

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'samtale-proofs-'))
  for (const folder of ['packages', 'profiles', 'tools', 'docs']) mkdirSync(path.join(root, folder))
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.base.json', 'vitest.config.ts'])
    writeFileSync(path.join(root, name), '{}')
  writeFileSync(
    path.join(root, file),
    "const x = 1\ntest.each(['<b>'])(\n  'sells to %s', () => {\n  fail()\n})\nrest()\n",
  )
})
afterEach(() => rmSync(root, { recursive: true }))

function keep(report: object): void {
  writeFileSync(path.join(root, 'docs/proofs.json'), JSON.stringify(report))
}

const proved: Omit<ProofReport, 'sources'> = {
  provedAt: '2026-11-22T12:00:00.000Z',
  claims: { 'never-sold': [{ file, title: 'sells to %s', runs: 2 }] },
}

test('claims are linked to the tests that proved them in these very sources, and their code is shown', async () => {
  const sources = await sourceHash(root)
  keep({ sources, ...proved })
  const { byKind } = await openProofs(root)
  expect([...byKind]).toEqual([
    ['never-sold', { test: 'sells to …', link: '/privacy/proofs#never-sold', provedAt: new Date(proved.provedAt) }],
  ])
  const page = proofPage(root, { report: { sources, ...proved }, claims }, 'nb').body.toString()
  expect(page).toContain('id="never-sold"')
  expect(page).toContain('Aldri solgt.')
  expect(page).toContain('22. november 2026')
  expect(page).toContain('test.each([&#39;&lt;b&gt;&#39;])(')
  expect(page).not.toContain('rest()')
  expect(page).not.toContain('Ingen profil.')
})

test('sources that changed since, a report that can’t be read and none prove nothing', async () => {
  expect((await openProofs(root)).byKind.size).toBe(0)
  keep({ sources: await sourceHash(root), ...proved })
  writeFileSync(path.join(root, 'packages/other.ts'), 'changed')
  expect((await openProofs(root)).byKind.size).toBe(0)
  keep({ sources: await sourceHash(root), ...proved, claims: { 'never-sold': [] } })
  expect((await openProofs(root)).byKind.size).toBe(0)
  expect(proofPage(root, { report: null, claims }, 'en').body.toString()).toContain('not tested as it is')
})
