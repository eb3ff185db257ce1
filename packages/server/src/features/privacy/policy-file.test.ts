import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readController } from './policy-file.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-policy-'))
afterAll(() => rmSync(folder, { recursive: true }))

const controller = {
  name: 'Eksempel AS',
  address: 'Storgata 1, 0155 Oslo',
  country: 'NO',
  email: 'post@eksempel.example',
  privacyContact: 'privacy@eksempel.example',
}

function written(content: unknown): string {
  const file = path.join(folder, 'policy.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

test('without a file nobody is named, with one its controller is', () => {
  expect(readController(null)).toBeNull()
  expect(readController(written({ controller }))).toEqual(controller)
  const more = { ...controller, phone: '+47 22 00 00 00', organisationNumber: '999 999 999' }
  expect(readController(written({ controller: more }))).toEqual(more)
})

test.each([
  [{ controller: { ...controller, name: ' ' } }, 'controller.name'],
  [{ controller: { ...controller, email: 'ana at example.test' } }, 'controller.email'],
  [{ controller: { ...controller, country: 'Norge' } }, 'controller.country'],
  [{ controller: { ...controller, privacyContact: undefined } }, 'controller.privacyContact'],
  [{ controller: { ...controller, adress: 'misspelt' } }, 'adress'],
  [{}, 'controller'],
  [[], 'Line 1'],
  ['{"controller": "ana@example.test"', 'Line 1'],
])('%j is refused, naming the file and the field and no value', (content, field) => {
  const file = written(content)
  const refused = expect.objectContaining({ code: 'policy.file-invalid', message: expect.stringContaining(field) })
  expect(() => readController(file)).toThrow(refused)
  expect(() => readController(file)).toThrow(expect.objectContaining({ message: expect.stringContaining(file) }))
  expect(() => readController(file)).toThrow(expect.objectContaining({ message: expect.not.stringContaining('ana') }))
})

test('a file that isn’t there is refused', () => {
  expect(() => readController(path.join(folder, 'none.json'))).toThrow(
    expect.objectContaining({ code: 'policy.file-invalid' }),
  )
})
