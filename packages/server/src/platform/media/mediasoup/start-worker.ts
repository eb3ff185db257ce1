import { once } from 'node:events'
import { createWorker, type types } from 'mediasoup'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
const GOODBYE_MS = 3_000

/**
 * Starts a worker process. mediasoup would close it on SIGTERM by itself; here the server does that, after the people in
 * its calls were told. (If we end without doing it, the worker sees its pipe close and ends too.)
 * The worker logs nothing: what it would say has addresses in it.
 */
export async function startWorker(binary: string): Promise<types.Worker> {
  const before = SIGNALS.map((signal) => process.listeners(signal))
  const starting = createWorker({ workerBin: binary, logLevel: 'none' })
  SIGNALS.forEach((signal, index) => {
    for (const listener of process.listeners(signal)) {
      if (!before[index]?.includes(listener)) process.removeListener(signal, listener)
    }
  })
  return starting
}

/** Closes a worker and waits until its process is gone. */
export async function stopWorker(worker: types.Worker): Promise<void> {
  if (worker.subprocessClosed) return
  const gone = once(worker, 'subprocessclose')
  const late = setTimeout(() => killWorker(worker), GOODBYE_MS)
  try {
    worker.close()
  } catch {
    killWorker(worker)
  }
  await gone
  clearTimeout(late)
}

export function killWorker(worker: types.Worker): void {
  try {
    process.kill(worker.pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}
