import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface ChildOptions {
  /** Ends the child with SIGTERM; `runChild` then rejects with the signal's reason, after the child is gone. */
  signal?: AbortSignal | undefined
  /** Called with every line of standard output and standard error. */
  onLine?: (line: string) => void
}

export interface ChildResult {
  /** Null where the program couldn't be started or was ended by a signal. */
  code: number | null
  /** The last lines that it wrote. */
  tail: string
}

const TAIL_LINES = 20

/**
 * Runs a program beside the event loop. It keeps our process group and session on purpose: a session of its own would
 * be an autogroup of its own (sched(7)), in which `nice` counts for nothing against the meeting's processes.
 */
export async function runChild(command: string[], options: ChildOptions = {}): Promise<ChildResult> {
  options.signal?.throwIfAborted()
  const [program = '', ...rest] = command
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
  const tail: string[] = []
  const take = (line: string) => {
    tail.push(line)
    if (tail.length > TAIL_LINES) tail.shift()
    options.onLine?.(line)
  }
  createInterface(child.stdout).on('line', take)
  createInterface(child.stderr).on('line', take)

  const stop = () => child.kill('SIGTERM')
  options.signal?.addEventListener('abort', stop)
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', (exitCode) => resolve(exitCode))
  })
  options.signal?.removeEventListener('abort', stop)
  options.signal?.throwIfAborted()
  return { code, tail: tail.join('\n') }
}

/** Behind everything else that wants the processor, so that a build never slows a meeting. */
export function lowPriority(command: string[]): string[] {
  return ['nice', '-n', '19', ...command]
}

/** The kernel ends it with us, also where we are killed and can't (PR_SET_PDEATHSIG, prctl(2)). */
export function endingWithUs(command: string[]): string[] {
  return process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'TERM', '--', ...command] : command
}
