import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { recordFits } from './dependencies.mjs'
import { SetupFailure, failureFrom } from './failure.mjs'
import { isLocked, withLock } from './lock.mjs'
import { systemEnvironment } from './paths.mjs'
import { step } from './progress.mjs'
import { run, runInForeground } from './run.mjs'
import { fingerprint, webAppFits } from './web-app.mjs'

const folders: string[] = []
function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-prepare-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const zod = { version: '4.0.0', integrity: 'sha512-a' }
const wanted = {
  '': { version: '1.0.0' },
  'packages/web': { version: '1.0.0' },
  'node_modules/@samtale/web': { resolved: 'packages/web', link: true },
  'node_modules/zod': zod,
  'node_modules/for-another-system': { version: '1.0.0', optional: true },
}
const { 'node_modules/for-another-system': _elsewhere, ...have } = wanted

test.for([
  ['what was locked', have, true],
  ['nothing', {}, false],
  ['a package less', { 'node_modules/@samtale/web': wanted['node_modules/@samtale/web'] }, false],
  ['another version', { ...have, 'node_modules/zod': { ...zod, version: '4.0.1' } }, false],
  ['other bytes', { ...have, 'node_modules/zod': { ...zod, integrity: 'sha512-b' } }, false],
  ['what one of our packages asked for before', { ...have, 'packages/web': { version: '0.9.0' } }, false],
  ['a package more', { ...have, 'node_modules/left-pad': { version: '1.0.0' } }, false],
] as const)('node_modules that holds %s', ([, installed, fits]) => {
  expect(recordFits(wanted, installed)).toBe(fits)
})

test.for([
  ['npm error code ENOTFOUND', 'setup.network'],
  ['npm error code EAI_AGAIN', 'setup.network'],
  ['npm error code E503', 'setup.network'],
  ['npm ERR! code ENOSPC', 'setup.disk-full'],
  ['npm error code EACCES\nnpm error syscall mkdir', 'setup.permission'],
  ['npm error code EUSAGE', 'setup.lock-differs'],
  ['npm error code EINTEGRITY', 'setup.package-damaged'],
  ['npm error something else', 'setup.install-failed'],
] as const)('%j is told as %s', ([text, code]) => {
  expect(failureFrom(text, 'setup.install-failed').code).toBe(code)
})

test('a failure is printed with its code, what to do, and the program’s own words', () => {
  expect(new SetupFailure('setup.disk-full', 'npm error code ENOSPC\n').toText()).toBe(
    'The disk is full. [setup.disk-full]\n' +
      '  What to do: Free at least 1 GB where the project and npm’s cache lie, then run the same command again.\n' +
      '  | npm error code ENOSPC\n',
  )
})

test('only one at a time holds the lock', async () => {
  const file = path.join(temporaryFolder(), 'lock')
  let inside = 0
  let most = 0
  const work = () =>
    withLock(file, async () => {
      most = Math.max(most, ++inside)
      await sleep(20)
      inside -= 1
    })
  await Promise.all([work(), work(), work()])
  expect(most).toBe(1)
  expect(existsSync(file)).toBe(false)
})

test('the lock of a process that is gone is taken over, and one that works is not', async () => {
  const file = path.join(temporaryFolder(), 'lock')
  writeFileSync(file, `${process.pid} ${hostname()}`)
  expect(isLocked(file)).toBe(true)

  const { said } = await run(process.execPath, ['-p', 'process.pid'], { cwd: '/' })
  writeFileSync(file, `${said} ${hostname()}`)
  expect(isLocked(file)).toBe(false)
  expect(await withLock(file, async () => 'done')).toBe('done')
})

test('the lock of another machine is taken over when nothing was heard of it', () => {
  const file = path.join(temporaryFolder(), 'lock')
  writeFileSync(file, '1 elsewhere')
  expect(isLocked(file)).toBe(true)
  utimesSync(file, 0, new Date(Date.now() - 60_000))
  expect(isLocked(file)).toBe(false)
})

test('the web app is built again when one of its files changes, and not for a test', () => {
  const root = temporaryFolder()
  const write = (place: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, place)), { recursive: true })
    writeFileSync(path.join(root, place), text)
  }
  write('packages/web/src/main.tsx', 'one')
  expect(webAppFits(root)).toBe(false)
  write('packages/web/dist/.built-from', fingerprint(root))
  expect(webAppFits(root)).toBe(true)
  write('packages/web/src/main.test.tsx', 'a test')
  expect(webAppFits(root)).toBe(true)
  write('packages/protocol/src/limits.ts', 'two')
  expect(webAppFits(root)).toBe(false)
})

test('npm runs without the Node that it is about to replace', () => {
  const PATH = ['/project/node_modules/.bin', '/usr/bin', '/node_modules/.bin'].join(path.delimiter)
  expect(systemEnvironment({ PATH, HOME: '/home/ola' })).toEqual({ PATH: '/usr/bin', HOME: '/home/ola' })
})

test('a step tells when it begins and when it is done', async () => {
  const out = new PassThrough()
  const answer = await step('Building', async () => 42, Object.assign(out, { isTTY: false }))
  expect(answer).toBe(42)
  expect(String(out.read())).toBe('Building …\nBuilding: done in 0 s\n')
})

test('a program that is not there gives 127, and what it said is kept otherwise', async () => {
  expect(await run('no-such-program', [], { cwd: '/' })).toMatchObject({ code: 127 })
  const script = 'for (let i = 1; i < 100; i++) console.log(i); process.exit(3)'
  const { code, said } = await run(process.execPath, ['-e', script], { cwd: '/' })
  expect(code).toBe(3)
  expect(said.split('\n')).toEqual(['1', '2', '3', '4', '5', '6', '92', '93', '94', '95', '96', '97', '98', '99'])
})

test('the exit code of a program in the foreground is handed on, a signal’s too', async () => {
  expect(await runInForeground(process.execPath, ['-e', 'process.exit(7)'], { cwd: '/' })).toBe(7)
  expect(await runInForeground(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")'], { cwd: '/' })).toBe(
    137,
  )
})
