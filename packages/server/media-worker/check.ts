import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWorker } from 'mediasoup'

/** Long, because a busy machine must not make a good binary look broken. */
const PATIENCE_MS = 30_000
/** The worker's exit code when nobody told it which mediasoup it belongs to (worker/src/main.cpp). */
const NOT_MY_PARENT = 41

/** Whether a file is a mediasoup worker that runs on this machine and talks to the installed mediasoup. */
export async function workerRuns(path: string): Promise<boolean> {
  // First alone, with a limit in time: of a stranger file createWorker might wait for ever.
  if ((await exitCodeOf(path)) !== NOT_MY_PARENT) return false
  try {
    const worker = await createWorker({ workerBin: path, logLevel: 'none' })
    const gone = once(worker, 'subprocessclose')
    await (await worker.createRouter()).dump()
    worker.close()
    await gone
    return true
  } catch {
    return false
  }
}

function exitCodeOf(path: string): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(path, [], { stdio: 'ignore', env: {}, timeout: PATIENCE_MS, killSignal: 'SIGKILL' })
    child.once('error', () => resolve(null))
    child.once('exit', (code) => resolve(code))
  })
}
