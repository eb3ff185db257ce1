import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { SetupFailure } from '../prepare/failure.mjs'
import { runProgram } from './programs.ts'

const installWithinMs = 600_000

/**
 * Makes sure that Debian's Chromium is there, installing it where this user may.
 * @throws SetupFailure `setup.chromium-missing`, with the line to run.
 */
export async function provideChromium(cwd: string): Promise<void> {
  if (hasChromium()) return
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const [command = '', ...all] = [...apt, ...args]
    await runProgram(command, all, { cwd, timeoutMs: installWithinMs, quiet: true })
  }
  if (!hasChromium()) throw new SetupFailure('setup.chromium-missing')
}

function hasChromium(): boolean {
  return existsSync('/usr/bin/chromium') || spawnSync('chromium', ['--version']).status === 0
}
