import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openErasureInstallation } from '../../test/erasure/installation.ts'
import { spellCertificate } from '../features/erasure/index.ts'
import { readConfig } from '../platform/config/config.ts'
import { verifyCertificateFile } from './verify-certificate.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-verify-'))
const file = (name: string) => path.join(folder, name)
// Nothing is there.
const config = readConfig({ SAMTALE_DATA_DIR: file('data') })

beforeAll(async () => {
  const at = await openErasureInstallation()
  await at.write('kanari@hjem.example')
  const certificate = spellCertificate(
    await at.erasures.erase(await at.subjectOf('kanari@hjem.example'), { language: 'en', at: at.clock.now() }),
  )
  writeFileSync(file('right.json'), certificate)
  writeFileSync(file('changed.json'), certificate.replace('"rows":1', '"rows":2'))
  writeFileSync(file('key.json'), JSON.stringify({ keys: [at.erasures.publicKey] }))
  writeFileSync(file('other.json'), JSON.stringify({ ...at.erasures.publicKey, x: 'A'.repeat(43) }))
  await at.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const codes = async (...words: string[]) => {
  const { right, findings } = await verifyCertificateFile(config, words)
  return [right, ...findings.map((finding) => ('code' in finding ? finding.code : ''))]
}

test('row G03: a certificate is verified without an installation, with a key and without', async () => {
  const signed = 'certificate.signature-right'
  const offline = 'certificate.ledger-unknown'
  expect(await codes(file('right.json'))).toEqual([true, signed, 'certificate.key-unknown', offline])
  expect(await codes(file('right.json'), '--key', file('key.json'))).toEqual([
    true,
    signed,
    'certificate.key-right',
    offline,
  ])
  expect(await codes(file('right.json'), '--key', file('other.json'))).toEqual([
    false,
    signed,
    'certificate.key-other',
    offline,
  ])
  expect(await codes(file('changed.json'), '--key', file('key.json'))).toEqual([
    false,
    'certificate.signature-wrong',
    'certificate.key-right',
    offline,
  ])
  expect(await codes(file('key.json'))).toEqual([false, 'certificate.unreadable', offline])
})

test.for([
  [[], 'command.arguments-invalid'],
  [['right.json', '--key'], 'command.arguments-invalid'],
  [['right.json', 'key.json'], 'command.arguments-invalid'],
  [['none.json'], 'command.arguments-invalid'],
  [['right.json', '--key', 'right.json'], 'certificate.key-unreadable'],
] as const)('a call like %j is refused with %s', async ([words, code]) => {
  const placed = words.map((word) => (word.endsWith('.json') ? file(word) : word))
  await expect(verifyCertificateFile(config, placed)).rejects.toMatchObject({ code })
})
