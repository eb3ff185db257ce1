import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { followProgress, publishProgress } from './follow.ts'
import type { WorkerProgress } from './progress.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samtale-follow-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const progress: WorkerProgress = { step: 'Building', fraction: 0.5, secondsLeft: 60 }

test('who waits hears how far the other is', async () => {
  const here: WorkerProgress[] = []
  const there: WorkerProgress[] = []
  publishProgress(folder, (one) => here.push(one))(progress)
  const stop = followProgress(folder, (one) => there.push(one))
  await expect.poll(() => there, { timeout: 5_000 }).toContainEqual(progress)
  stop()
  expect(here).toEqual([progress])
})

test('what nobody wrote, or wrote half, is not reported', async () => {
  await writeFile(join(folder, 'progress.json'), '{"step":')
  const heard: WorkerProgress[] = []
  const stop = followProgress(folder, (one) => heard.push(one))
  await new Promise((resolve) => setTimeout(resolve, 50))
  stop()
  expect(heard).toEqual([])
})
