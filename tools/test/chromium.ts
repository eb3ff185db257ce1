import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { SetupFailure } from '../prepare/failure.mjs'
import { runProgram } from './programs.ts'

const installWithinMs = 600_000
const maskWithinMs = 20_000

/** What journeys run besides the project's own packages, and the Debian package that has it. */
const programs = [
  { program: '/usr/bin/chromium', name: 'chromium', debian: 'chromium' },
  { program: '/usr/bin/firefox-esr', name: 'firefox-esr', debian: 'firefox-esr' },
  { program: '/usr/bin/ss', name: 'ss', debian: 'iproute2' },
  { program: '/usr/bin/ps', name: 'ps', debian: 'procps' },
  { program: '/usr/bin/turnserver', name: 'turnserver', debian: 'coturn' },
]

/**
 * Makes sure that Debian's Chromium and Firefox are there, a relay, and what journeys look at processes and sockets with; installs what
 * is missing where this user may.
 * @throws SetupFailure `setup.chromium-missing`, with the line to run.
 */
export async function provideChromium(cwd: string): Promise<void> {
  const missing = missingPackages()
  if (missing.length === 0) return
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  // Debian starts what it installs, and a relay with nothing set lets everybody in. Fails where there is no systemd.
  if (missing.includes('coturn'))
    await runQuietly([...asRoot, 'systemctl', 'mask', 'coturn.service'], { cwd, timeoutMs: maskWithinMs })
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...missing]]) {
    await runQuietly([...apt, ...args], { cwd, timeoutMs: installWithinMs })
  }
  if (missingPackages().length > 0) throw new SetupFailure('setup.chromium-missing')
}

function runQuietly([command = '', ...args]: string[], options: { cwd: string; timeoutMs: number }): Promise<number> {
  return runProgram(command, args, { ...options, quiet: true })
}

function missingPackages(): string[] {
  const there = (program: string, name: string) => existsSync(program) || spawnSync(name, ['--version']).status === 0
  return programs.filter(({ program, name }) => !there(program, name)).map(({ debian }) => debian)
}
