import { spawn } from 'node:child_process'
import path from 'node:path'

interface ProgramOptions {
  cwd: string
  env?: NodeJS.ProcessEnv
  /** After this long it is ended, and counts as failed. */
  timeoutMs: number
  /** Keep what it says, and print it only if it fails. */
  quiet?: boolean
}

/** Whatever the programs start by the name `node` is the Node that runs this. */
const searchPath = `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`

/** Runs one program of a stage and gives its exit code; 124 when it took too long, 127 when it isn't there. */
export function runProgram(command: string, args: readonly string[], options: ProgramOptions): Promise<number> {
  const { cwd, timeoutMs, quiet = false } = options
  const env = { ...process.env, ...options.env, PATH: searchPath }
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    })
    const said: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part))
    let isLate = false
    const limit = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, timeoutMs)
    const end = (code: number): void => {
      clearTimeout(limit)
      if (code !== 0) process.stdout.write(Buffer.concat(said))
      if (isLate) process.stdout.write(`Ended after ${timeoutMs / 1_000} s without an answer.\n`)
      resolve(isLate ? 124 : code)
    }
    child.on('error', (error) => {
      process.stdout.write(`${error.message}\n`)
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}
