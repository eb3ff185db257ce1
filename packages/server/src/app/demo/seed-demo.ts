import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../../platform/config/config.ts'
import type { Log } from '../../platform/log.ts'
import { say } from '../../platform/output.ts'
import { StartupError } from '../../platform/startup-error.ts'
import { openInstallation } from '../installation.ts'
import { createDemoWorld } from './demo-world.ts'
import { history } from './history.ts'
import { createSetClock } from './set-clock.ts'

const day = 86_400_000
/** Says that a folder is ours to make anew. */
const mark = '.samtale-demo'
const finished = 'complete\n'

/**
 * Fills the folder of a demonstration with sample people and what they did, once. What was begun and not finished is made
 * anew.
 * @throws StartupError `demo.folder-taken` where the folder holds something else
 */
export async function seedDemo(config: Config, log: Log, now: Date): Promise<void> {
  if (!beginAnew(config.dataDir)) return
  say('Making sample people …')
  const clock = createSetClock(daysBefore(now, history[0]?.daysAgo ?? 0))
  const installation = await openInstallation(config, clock, log)
  try {
    const world = createDemoWorld(installation, clock)
    for (const { daysAgo, happens } of history) {
      clock.set(daysBefore(now, daysAgo))
      await happens(world)
      await installation.work.runDue()
    }
    clock.set(now)
    await installation.work.runDue()
  } finally {
    await installation.close()
  }
  writeFileSync(path.join(config.dataDir, mark), finished)
}

function beginAnew(folder: string): boolean {
  const file = path.join(folder, mark)
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    if (!existsSync(file))
      throw new StartupError('demo.folder-taken', `${folder} holds something that is no demonstration.`)
    if (readFileSync(file, 'utf8') === finished) return false
    rmSync(folder, { recursive: true })
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(file, '')
  return true
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * day)
}
