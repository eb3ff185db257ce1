import { errorFields, type Log } from '../platform/log.ts'

/** Longest time from a signal to the end, in milliseconds, whatever hangs. */
const atMostMs = 9_000

/** Service managers signal the whole process group, and npm passes signals on: the same wish may come twice. */
const sameWishMs = 1_500

/**
 * Ends the process in order on SIGTERM, SIGINT or SIGHUP: each step in turn, a failing one doesn't keep the others from
 * running. A second signal, later than the echo of the first, ends it at once.
 */
export function stopInOrder(steps: readonly (() => Promise<void>)[], log: Log): void {
  let stoppingSince: number | null = null
  const stop = async (signal: 'SIGTERM' | 'SIGINT' | 'SIGHUP') => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > sameWishMs) process.exit(1)
      return
    }
    stoppingSince = performance.now()
    log.info('server.stopping', { signal })
    setTimeout(() => process.exit(1), atMostMs).unref()
    for (const step of steps) {
      try {
        await step()
      } catch (error) {
        log.error('server.stop-step-failed', errorFields(error))
      }
    }
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(signal))
}
