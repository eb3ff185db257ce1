import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { ClockFacts } from '../checks/check-clock.ts'

/** Files that an installation or a start wrote last. */
const written = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json', 'packages/web/dist/index.html']

const answerWithinMs = 3_000

export async function gatherClock(root: string, now: Date): Promise<ClockFacts> {
  const times = written.flatMap((file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? [])
  return { now, newestFile: new Date(Math.max(0, ...times)), isSynchronised: await askSystem() }
}

/** systemd knows whether NTP has set the clock; where there is no systemd nothing is known. */
async function askSystem(): Promise<boolean | null> {
  const args = ['show', '--property=NTPSynchronized', '--value']
  const { stdout } = await promisify(execFile)('timedatectl', args, { timeout: answerWithinMs }).catch(() => ({
    stdout: '',
  }))
  const answer = stdout.trim()
  return answer === 'yes' ? true : answer === 'no' ? false : null
}
