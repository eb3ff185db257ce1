import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { reveal } from '../personal.ts'
import { openSeals } from './open-seals.ts'
import type { Cell } from './sealed.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samtale-killed-'))
afterAll(() => rmSync(folder, { recursive: true }))
const kekFile = path.join(folder, 'epoch-keys.json')
const script = fileURLToPath(new URL('../../../test/seals/rotate-forever.ts', import.meta.url))
const cellOf = (record: string): Cell => ({ table: 'ticket', column: 'email', record, category: 'contact.email' })
const records = Array.from({ length: 1_200 }, (_value, n) => `r ${n}`)

/** Runs rotations in a process of its own, and kills it without warning. */
async function killAfter(milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [script, folder, kekFile], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  child.kill('SIGKILL')
  await ended
}

test(
  'a process that is killed in the middle of rotations loses nothing, and the next one goes on',
  { timeout: 240_000 },
  async () => {
    const first = await openSeals({ keysFolder: folder, kekFile, clock: systemClock })
    const sealer = await first.forSealing(records, ['contact.email'])
    const values = records.map((record) => sealer.seal(cellOf(record), `text of ${record}`))
    await first.close()
    let epoch = 1
    for (let turn = 0; turn < 8; turn += 1) {
      await killAfter(20 + turn * 23)
      const seals = await openSeals({ keysFolder: folder, kekFile, clock: systemClock })
      const opener = await seals.forOpening(records, ['contact.email'])
      const text = (record: string, n: number): string =>
        reveal(opener.open(cellOf(record), values[n] ?? expect.fail()))
      expect(records.filter((record, n) => text(record, n) !== `text of ${record}`)).toEqual([])
      await seals.rotate()
      const status = await seals.status()
      expect(status.behind).toBe(0)
      expect(status.epoch).toBeGreaterThanOrEqual(epoch)
      epoch = status.epoch
      await seals.close()
    }
    expect(epoch).toBeGreaterThan(3)
    expect(readdirSync(folder).filter((file) => file.endsWith('.new'))).toEqual([])
  },
)
