import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from './lock.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samtale-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const nobodyWaits = () => expect.fail('waited for a lock that was free')

test('lets one in at a time, and tells who waits', async () => {
  const file = join(folder, 'made', 'lock')
  let inside = 0
  let most = 0
  let waited = 0
  const work = async () => {
    inside += 1
    most = Math.max(most, inside)
    await new Promise((resolve) => setTimeout(resolve, 20))
    inside -= 1
  }
  await Promise.all([1, 2, 3, 4].map(() => withLock(file, { onWait: () => (waited += 1) }, work)))
  expect(most).toBe(1)
  expect(waited).toBe(3)
})

test('is free again when the work failed', async () => {
  const file = join(folder, 'lock')
  await expect(withLock(file, { onWait: nobodyWaits }, () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  )
  expect(await withLock(file, { onWait: nobodyWaits }, async () => 'done')).toBe('done')
})

test('is free again when its holder was killed', async () => {
  const file = join(folder, 'lock')
  const program = `
    import { withLock } from ${JSON.stringify(new URL('lock.ts', import.meta.url).href)}
    await withLock(${JSON.stringify(file)}, { onWait() {} }, () => {
      process.stdout.write('held')
      return new Promise((resolve) => setTimeout(resolve, 60_000))
    })`
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  let waited = 0
  const next = withLock(file, { onWait: () => (waited += 1) }, async () => 'mine')
  await expect.poll(() => waited).toBe(1)
  holder.kill('SIGKILL')
  expect(await next).toBe('mine')
})

test('gives up waiting when told to', async () => {
  const file = join(folder, 'lock')
  const stop = new AbortController()
  await withLock(file, { onWait: nobodyWaits }, async () => {
    const waiting = withLock(
      file,
      { onWait: () => stop.abort(new Error('enough')), signal: stop.signal },
      async () => 'never',
    )
    await expect(waiting).rejects.toThrow('enough')
  })
})
