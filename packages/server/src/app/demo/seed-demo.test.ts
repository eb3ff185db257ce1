import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config/config.ts'
import { createLog } from '../../platform/log.ts'
import { openInstallation } from '../installation.ts'
import { people } from './sample-people.ts'
import { seedDemo } from './seed-demo.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-demo-'))
const log = createLog('error')
const config = readConfig({ SAMTALE_DATA_DIR: path.join(folder, 'data') }, ['--demo'])
beforeAll(() => seedDemo(config, log, new Date()))
afterAll(() => rmSync(folder, { recursive: true }))

/** What is kept of letters and lists, with what becomes of it. */
async function keptNow() {
  const { work, features, close } = await openInstallation(config, systemClock, log)
  try {
    const kinds: string[] = []
    const held: string[] = []
    const restricted: string[] = []
    for await (const page of work.records.look.all(new Date()))
      for (const { record, fates } of page) {
        kinds.push(record.kind)
        if (fates.some(({ restrictedSince }) => restrictedSince !== null)) restricted.push(record.kind)
        if (fates.some(({ grounds }) => grounds.some(({ kind }) => kind === 'hold'))) held.push(record.kind)
      }
    const letters = await features.forDemo.desk?.list(null, 100)
    const cases = (await features.forDemo.rights?.desk.list(false, 100)) ?? []
    const requests = cases.map(({ kind, state }) => `${kind} ${state}`).toSorted()
    return { kinds, held, restricted, letters: letters?.length, requests }
  } finally {
    await close()
  }
}

test('there is somebody for each rule: some are gone, one is held, one never confirmed, one waits for an answer', async () => {
  const { kinds, held, restricted, letters, requests } = await keptNow()
  const count = (kind: string) => kinds.filter((one) => one === kind).length
  // Five wrote: what the first wrote is more than a year old, and what one wrote is kept and not used.
  expect([letters, count('ticket')]).toEqual([3, 4])
  expect([held, restricted]).toEqual([['ticket'], ['ticket', 'rights-request']])
  // Four asked for the newsletter; one left it again.
  expect(count('newsletter')).toBe(3)
  expect(count('waiting-list')).toBe(1)
  expect(requests).toEqual(['access fulfilled', 'erasure fulfilled', 'rectification open', 'restriction fulfilled'])
})

test('every sample person says so, and has an address that nobody has', () => {
  for (const { name, address } of Object.values(people)) {
    expect(name).toContain('(sample)')
    expect(address).toMatch(/@people\.example$/)
  }
})

test('it is made once, anew where it was not finished, and nothing else is ever taken for it', async () => {
  const mark = path.join(config.dataDir, '.samtale-demo')
  const left = path.join(config.dataDir, 'left')
  writeFileSync(left, '')
  await seedDemo(config, log, new Date())
  expect(existsSync(left)).toBe(true)
  writeFileSync(mark, '')
  await seedDemo(config, log, new Date())
  expect([existsSync(left), readFileSync(mark, 'utf8')]).toEqual([false, 'complete\n'])
  const taken = path.join(folder, 'taken-demo')
  mkdirSync(taken)
  writeFileSync(path.join(taken, 'mine'), '')
  const asked = seedDemo({ ...config, dataDir: taken }, log, new Date())
  await expect(asked).rejects.toMatchObject({ code: 'demo.folder-taken' })
  expect(existsSync(path.join(taken, 'mine'))).toBe(true)
})
