import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable, Writable } from 'node:stream'

type Holder = ChildProcessByStdio<Writable, Readable, null>

/**
 * Does `work` while no other process holds the same lock file. The lock is the kernel's (flock(1), flock(2)), held by a
 * child for as long as we keep its standard input open: however we end, the kernel frees it, so no lock is ever stale.
 * `onWait` is called if another process has it. Where there is no `flock` program, `work` runs unlocked; a binary is put
 * in place by rename, so the worst is that two processes do the same work.
 */
export async function withLock<T>(
  file: string,
  options: { signal?: AbortSignal | undefined; onWait: () => void },
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(file), { recursive: true })
  const holder = (await lock(file, ['--nonblock'], options.signal)) ?? (await waitForLock(file, options))
  try {
    options.signal?.throwIfAborted()
    return await work()
  } finally {
    if (holder !== null && holder.exitCode === null && holder.signalCode === null) {
      const gone = once(holder, 'exit')
      holder.stdin.end()
      await gone
    }
  }
}

async function waitForLock(file: string, options: { signal?: AbortSignal | undefined; onWait: () => void }) {
  options.onWait()
  return lock(file, [], options.signal)
}

/** Resolves to null where the lock wasn't got: taken (with `--nonblock`), aborted, or no `flock` here. */
async function lock(file: string, flags: string[], signal: AbortSignal | undefined): Promise<Holder | null> {
  if (signal?.aborted) return null
  const holder = spawn('flock', [...flags, file, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const stop = () => holder.kill()
  signal?.addEventListener('abort', stop)
  const held = await new Promise<boolean>((resolve) => {
    holder.once('error', () => resolve(false))
    holder.once('exit', () => resolve(false))
    holder.stdout.once('data', () => resolve(true))
  })
  signal?.removeEventListener('abort', stop)
  return held ? holder : null
}
