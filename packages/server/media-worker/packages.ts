import { spawn } from 'node:child_process'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { endingWithUs, runChild } from './child.ts'
import type { ReportProgress } from './progress.ts'
import { WorkerTrouble } from './trouble.ts'

/** What the build needs, by a file that shows whether it is there; so it works on systems that don't use Debian's names. */
const NEEDS = [
  { package: 'cmake', program: 'cmake' },
  { package: 'ninja-build', program: 'ninja' },
  { package: 'g++', program: 'c++' },
  { package: 'libssl-dev', header: 'openssl/ssl.h' },
  { package: 'libuv1-dev', header: 'uv.h' },
  { package: 'libsrtp2-dev', header: 'srtp2/srtp.h' },
  { package: 'libflatbuffers-dev', header: 'flatbuffers/flatbuffers.h' },
  { package: 'flatbuffers-compiler', program: 'flatc' },
] as const

const HEADER_FOLDERS = ['/usr/include', '/usr/local/include']

/** Debian's names of what is missing for a build. */
export async function missingPackages(): Promise<string[]> {
  const found = await Promise.all(
    NEEDS.map((need) => ('program' in need ? hasProgram(need.program) : hasFileIn(HEADER_FOLDERS, need.header))),
  )
  return NEEDS.filter((_need, index) => !found[index]).map((need) => need.package)
}

/**
 * Installs what is missing, where this process may: as root, or by a `sudo` that asks no password.
 * @throws WorkerTrouble `worker.packages-missing`, with the one line to run where the system is one of Debian's kind.
 */
export async function ensurePackages(options: {
  signal?: AbortSignal | undefined
  report: ReportProgress
}): Promise<void> {
  const missing = await missingPackages()
  if (missing.length === 0) return
  if (!(await hasProgram('apt-get'))) throw noAptTrouble(missing)
  const asRoot = await rootPrefix(options.signal)
  if (asRoot === null) throw packagesTrouble(missing, 'they are not installed, and this user may not install them')

  options.report({ step: 'Installing packages that the media worker is built with', fraction: null, secondsLeft: null })
  const fetched =
    (await apt(asRoot, ['install', '--download-only', ...missing], options.signal)) ||
    ((await apt(asRoot, ['update'], options.signal)) &&
      (await apt(asRoot, ['install', '--download-only', ...missing], options.signal)))
  if (!fetched || !(await unpack(asRoot, missing))) throw packagesTrouble(missing, 'installing them failed')
  const stillMissing = await missingPackages()
  if (stillMissing.length > 0) throw packagesTrouble(stillMissing, 'installing them changed nothing')
}

const APT = ['apt-get', '-y', '-q', '--no-install-recommends']
const APT_LIMITS = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=15', '-o', 'DPkg::Lock::Timeout=120']

async function apt(asRoot: string[], command: string[], signal: AbortSignal | undefined): Promise<boolean> {
  const { code } = await runChild(endingWithUs([...asRoot, ...APT, ...APT_LIMITS, ...command]), { signal })
  return code === 0
}

/** Never stopped half-way, whatever becomes of us: an interrupted dpkg leaves the system in need of repair. */
function unpack(asRoot: string[], packages: string[]): Promise<boolean> {
  const [program = '', ...rest] = [
    ...asRoot,
    ...['env', 'DEBIAN_FRONTEND=noninteractive'],
    ...[...APT, ...APT_LIMITS, 'install', '--no-download', ...packages],
  ]
  const child = spawn(program, rest, { detached: true, stdio: 'ignore' })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

async function rootPrefix(signal: AbortSignal | undefined): Promise<string[] | null> {
  if (process.getuid?.() === 0) return []
  const { code } = await runChild(['sudo', '-n', 'true'], { signal })
  return code === 0 ? ['sudo', '-n'] : null
}

/** With one line to run, as the user who runs this. */
export function packagesTrouble(missing: string[], why: string, uid = process.getuid?.()): WorkerTrouble {
  const names = missing.join(' ')
  const root = uid === 0 ? '' : 'sudo '
  return new WorkerTrouble({
    code: 'worker.packages-missing',
    detail: `The media worker is built with these packages, but ${why}: ${names}`,
    command: `${root}apt-get update && ${root}apt-get install -y --no-install-recommends ${names}`,
  })
}

export function noAptTrouble(missing: string[]): WorkerTrouble {
  return new WorkerTrouble({
    code: 'worker.packages-missing',
    detail:
      `The media worker is built with what Debian calls ${missing.join(', ')}. Here is no apt-get, so please install ` +
      'these by your system’s own means, or name a mediasoup worker that you have in MEDIASOUP_WORKER_BIN',
  })
}

/** By the shell, which knows where programs are. */
async function hasProgram(name: string): Promise<boolean> {
  const { code } = await runChild(['sh', '-c', 'command -v "$0"', name])
  return code === 0
}

async function hasFileIn(folders: readonly string[], name: string): Promise<boolean> {
  for (const folder of folders) {
    if (await exists(join(folder, name))) return true
  }
  return false
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
