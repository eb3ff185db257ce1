import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-relay-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))
const SAMTALE_TURN_URLS = 'turn:relay.example, turns:relay.example:443'
const SAMTALE_TURN_SECRET = 'sixteen characters'

test('a relay is its addresses, its secret and how long credentials last', () => {
  expect(readConfig({}).relay).toBeNull()
  const urls = ['turn:relay.example', 'turns:relay.example:443']
  const relay = { urls, secret: SAMTALE_TURN_SECRET, validSeconds: 3_600, runByUs: false }
  expect(readConfig({ SAMTALE_TURN_URLS, SAMTALE_TURN_SECRET }).relay).toEqual(relay)
  const file = path.join(folder, 'secret')
  writeFileSync(file, `${SAMTALE_TURN_SECRET}\n`)
  expect(readConfig({ SAMTALE_TURN_URLS, SAMTALE_TURN_SECRET_FILE: file }).relay).toEqual(relay)
  expect(readConfig({ SAMTALE_TURN_URLS, SAMTALE_TURN_SECRET }, ['--demo']).relay).toBeNull()
})

test.each([
  [{ SAMTALE_TURN_URLS }, 'SAMTALE_TURN_SECRET'],
  [{ SAMTALE_TURN_SECRET }, 'SAMTALE_TURN_SECRET'],
  [{ SAMTALE_TURN_URLS, SAMTALE_TURN_SECRET: 'short' }, 'SAMTALE_TURN_SECRET'],
  [{ SAMTALE_TURN_URLS: 'stun:relay.example', SAMTALE_TURN_SECRET }, 'SAMTALE_TURN_URLS'],
  [{ SAMTALE_TURN_URLS: Array(9).fill('turn:a.example').join(), SAMTALE_TURN_SECRET }, 'SAMTALE_TURN_URLS'],
  [{ SAMTALE_TURN_URLS, SAMTALE_TURN_SECRET, SAMTALE_TURN_VALID_SECONDS: '5' }, 'SAMTALE_TURN_VALID_SECONDS'],
  [{ SAMTALE_TURN_URLS, SAMTALE_TURN_SECRET, SAMTALE_TURN_RUN_BY: 'them' }, 'SAMTALE_TURN_RUN_BY'],
])('%j is refused, naming the variable and not the secret', (env, name) => {
  const wrong = expect.objectContaining({ code: 'config.invalid', message: expect.stringContaining(name) })
  expect(() => readConfig(env)).toThrow(wrong)
  expect(() => readConfig(env)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining(SAMTALE_TURN_SECRET) }),
  )
})
