import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readReport, sourceHash } from '../../packages/server/src/features/proofs/index.ts'
import { projectRoot } from '../checks/plant.ts'
import { proofs } from '../mutation/claims.ts'
import { keepProofs, provedBy, type TestReport } from './proofs-report.ts'

const now = new Date('2026-11-22T12:00:00Z')
const root = mkdtempSync(path.join(tmpdir(), 'samtale-proofs-'))
beforeAll(() => {
  for (const place of ['package.json', 'package-lock.json', 'tsconfig.base.json', 'vitest.config.ts'])
    cpSync(path.join(projectRoot, place), path.join(root, place))
  for (const place of ['packages/policy/src', 'profiles', 'tools/proofs', 'docs'])
    cpSync(path.join(projectRoot, place), path.join(root, place), { recursive: true })
  rmSync(path.join(root, 'docs/proofs.json'), { force: true })
})
afterAll(() => rmSync(root, { recursive: true }))

/** A run of all tests that prove something, each once, with something filled in for what `test.each` fills in. */
function run(change: (title: string) => string = () => 'passed'): TestReport {
  const all = Object.values(proofs).flat()
  return {
    testResults: [...new Set(all.map(({ file }) => file))].map((file) => ({
      name: path.join(root, file),
      assertionResults: all
        .filter((proof) => proof.file === file)
        .map(({ title }) => ({ title: title.replaceAll(/%s|\$\w+/g, 'one (of *)'), status: change(title) })),
    })),
  }
}

test('a claim is proved where all its tests ran and passed, and by nothing else', () => {
  expect(Object.keys(provedBy(root, run())).toSorted()).toEqual(Object.keys(proofs).toSorted())
  expect(provedBy(root, { testResults: [] })).toEqual({})
  const [one] = proofs['never-sold'] ?? []
  const without = provedBy(
    root,
    run((title) => (title === one?.title ? 'failed' : 'passed')),
  )
  expect(without).not.toHaveProperty('never-sold')
  expect(without).toHaveProperty('egress-closed')
  expect(
    provedBy(
      root,
      run(() => 'skipped'),
    ),
  ).toEqual({})
})

test('what was proved is kept for these sources, and not for sources that changed meanwhile', async () => {
  const before = await sourceHash(root)
  expect(await keepProofs(root, 'f'.repeat(64), run(), now)).toBeNull()
  expect(readReport(root)).toBeNull()
  expect(await keepProofs(root, before, run(), now)).toBe('docs/proofs.json')
  expect(readReport(root)).toMatchObject({ sources: before, provedAt: now.toISOString() })
  expect(await keepProofs(root, before, run(), new Date('2026-11-23T12:00:00Z'))).toBeNull()
  writeFileSync(path.join(root, 'profiles/samtale.yaml'), 'changed')
  expect(await sourceHash(root)).not.toBe(before)
})

test('documents, how lines end, and what is made or installed change nothing', async () => {
  const before = await sourceHash(root)
  for (const place of ['tools/README.md', 'profiles/.swap', 'tools/dist', 'docs/more.json'])
    writeFileSync(path.join(root, place), 'something')
  writeFileSync(path.join(root, 'tools/lines.ts'), 'a\nb\n')
  const withLines = await sourceHash(root)
  writeFileSync(path.join(root, 'tools/lines.ts'), 'a\r\nb\r\n')
  expect(await sourceHash(root)).toBe(withLines)
  rmSync(path.join(root, 'tools/lines.ts'))
  expect(await sourceHash(root)).toBe(before)
})
