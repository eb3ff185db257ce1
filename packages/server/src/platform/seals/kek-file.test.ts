import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { firstEpochKeys, succeed } from './epoch-keys.ts'
import { openKekFile } from './kek-file.ts'

const root = mkdtempSync(path.join(tmpdir(), 'samtale-kek-'))
afterAll(() => rmSync(root, { recursive: true }))

const now = new Date('2026-06-01T09:00:00Z')
const newPlace = (): string => path.join(mkdtempSync(path.join(root, 'k-')), 'epoch-keys.json')
const refused = (code: string, part = '') =>
  expect.objectContaining({ name: 'StartupError', code, message: expect.stringContaining(part) })

function written() {
  const place = newPlace()
  const file = openKekFile(place)
  const keys = succeed(firstEpochKeys(now), now)
  file.write(keys)
  return { place, file, keys }
}

test('keys are read as they were written; nothing else is left in the folder', () => {
  const { place, file, keys } = written()
  expect(file.read()).toEqual(keys)
  const next = succeed(keys, now)
  file.write(next)
  expect(file.read()).toEqual(next)
  expect(readdirSync(path.dirname(place))).toEqual(['epoch-keys.json'])
})

test('only the owner may read it, in a folder that only the owner may enter', () => {
  const old = process.umask(0)
  try {
    const place = path.join(root, 'new', 'deep', 'keys.json')
    openKekFile(place).write(firstEpochKeys(now))
    expect(statSync(place).mode & 0o777).toBe(0o600)
    expect(statSync(path.dirname(place)).mode & 0o777).toBe(0o700)
  } finally {
    process.umask(old)
  }
})

test.for([0o604, 0o640, 0o644, 0o660, 0o602, 0o620, 0o601, 0o666, 0o777])('mode %o is refused', (mode) => {
  const { place, file } = written()
  chmodSync(place, mode)
  expect(() => file.read()).toThrow(refused('keys.kek-exposed', place))
})

test('a stricter mode is good, and stays as the keys change', () => {
  const { place, file, keys } = written()
  chmodSync(place, 0o600)
  file.write(keys)
  expect(statSync(place).mode & 0o777).toBe(0o600)
})

test('none is null; a damaged one is never taken for none', () => {
  const { place, file, keys } = written()
  const text = readFileSync(place, 'utf8')
  expect(openKekFile(newPlace()).read()).toBe(null)
  const damages: unknown[] = ['', '{}', 'null', '[]', text.slice(0, -10), `${text}x`, '\0'.repeat(text.length)]
  const content = JSON.parse(text) as Record<string, unknown>
  const changed = (change: object) => damages.push(JSON.stringify({ ...content, ...change }))
  changed({ format: 'samtale epoch keys 2' })
  changed({ more: 1 })
  changed({ pepper: '' })
  changed({ pepper: keys.pepper.subarray(1).toString('base64url') })
  changed({ current: null })
  changed({ inUse: 'yes' })
  changed({ previous: undefined })
  changed({ previous: content['current'] })
  changed({ current: { number: 0, key: keys.current.key.toString('base64url'), madeAt: now } })
  changed({ current: { number: 3, key: keys.current.key.toString('base64url'), madeAt: 'today' } })
  for (const damage of damages) {
    writeFileSync(place, String(damage), { mode: 0o600 })
    expect(() => file.read()).toThrow(refused('keys.kek-invalid', place))
  }
  rmSync(place)
  mkdirSync(place, { mode: 0o700 })
  expect(() => file.read()).toThrow(refused('keys.kek-invalid', 'EISDIR'))
})

test('an error has no key in it', () => {
  const { place, file, keys } = written()
  writeFileSync(place, readFileSync(place, 'utf8').replace('samtale', 'somebody'))
  const secrets = [keys.current.key, keys.pepper].map((key) => key.toString('base64url'))
  expect(() => file.read()).toThrow(expect.not.objectContaining({ message: expect.stringMatching(secrets.join('|')) }))
})

test('a replaced file is overwritten, so that its keys aren’t left in freed blocks', () => {
  const { place, file, keys } = written()
  const old = openSync(place, 'r')
  file.write(succeed(keys, now))
  const left = readFileSync(old)
  closeSync(old)
  expect(left.length).toBeGreaterThan(100)
  expect(left.every((byte) => byte === 0)).toBe(true)
})

test('a copy by a second name is somebody’s backup, and stays', () => {
  const { place, file, keys } = written()
  linkSync(place, `${place}.copy`)
  file.write(succeed(keys, now))
  expect(openKekFile(`${place}.copy`).read()).toEqual(keys)
})

test('what a crash left half written is never followed, and cleared away at the next occasion', () => {
  const { place, file, keys } = written()
  for (const occasion of [() => file.write(keys), () => file.clear()]) {
    writeFileSync(`${place}.new`, 'half a')
    expect(file.read()).toEqual(keys)
    occasion()
    expect(existsSync(`${place}.new`)).toBe(false)
  }
})

test('where the file can’t be replaced, that is told at once, and the old one stays', () => {
  const { place, file, keys } = written()
  mkdirSync(path.join(`${place}.new`, 'in the way'), { recursive: true })
  expect(() => file.write(succeed(keys, now))).toThrow(refused('keys.kek-unwritable', place))
  expect(file.read()).toEqual(keys)
  writeFileSync(path.join(root, 'file'), '')
  expect(() => openKekFile(path.join(root, 'file', 'keys.json'))).toThrow(refused('keys.kek-unwritable'))
})
