import { readFile, readdir } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import { Company } from '../company.ts'
import { passThrough } from '../disturb.ts'

/** Seconds of processor time that the browser took, a round's mean, with frames sealed and passed on as they are. */
export interface Cpu {
  sealed: number
  plain: number
}

/** Calls of three directly, everybody in one browser; sealed and unsealed by turns. Linux only: reads `/proc`. */
export async function measureCpu(
  browser: Browser,
  pid: number,
  url: string,
  seconds: number,
  rounds: number,
): Promise<Cpu> {
  const sum = { sealed: 0, plain: 0 }
  for (let round = 0; round < rounds; round += 1) {
    sum.plain += await measureOne(browser, pid, url, seconds, false)
    sum.sealed += await measureOne(browser, pid, url, seconds, true)
  }
  return { sealed: sum.sealed / rounds, plain: sum.plain / rounds }
}

async function measureOne(browser: Browser, pid: number, url: string, seconds: number, sealed: boolean) {
  const company = new Company(browser, url)
  try {
    const [ada, bo, cy] = [
      await company.enter('ada', sealed ? undefined : passThrough),
      await company.enter('bo', sealed ? undefined : passThrough),
      await company.enter('cy', sealed ? undefined : passThrough),
    ]
    for (const [guest, other] of [
      [ada, bo],
      [bo, cy],
      [cy, ada],
    ] as const) {
      while ((await guest.pictures(other)) < 10) await guest.page.waitForTimeout(200)
    }
    const before = await processorSeconds(pid)
    await ada.page.waitForTimeout(seconds * 1_000)
    return (await processorSeconds(pid)) - before
  } finally {
    await company.close()
  }
}

/** Clock ticks a second that `/proc` counts in (`sysconf(_SC_CLK_TCK)`), on every Linux that Chromium runs on. */
const ticks = 100

/** Of a process and all that it started. */
async function processorSeconds(root: number): Promise<number> {
  const all = new Map<number, { parent: number; seconds: number }>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    // After the command, which may contain anything: state, parent …
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    all.set(Number(name), { parent: fields[1] ?? 0, seconds: ((fields[11] ?? 0) + (fields[12] ?? 0)) / ticks })
  }
  const within = (pid: number): boolean => pid === root || (pid > 1 && within(all.get(pid)?.parent ?? 0))
  return [...all].reduce((sum, [pid, { seconds }]) => sum + (within(pid) ? seconds : 0), 0)
}
