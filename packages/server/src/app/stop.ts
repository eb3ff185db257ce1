import { errorFields, type Log } from '../platform/log.ts'

/** Longest time from a signal to the end, in milliseconds, whatever hangs. */
const atMostMs = 9_000

/** Service managers signal the whole process group, and npm passes signals on: the same wish may come twice. */
const sameWishMs = 1_500

/**
 * Ends the process in order on SIGTERM, SIGINT or SIGHUP: each step in turn, a failing one doesn't keep the others from
 * running. A second signal, later than the echo of the first, ends it at once. Gives what closes everything in the same
 * way without ending the process.
 */
export function stopInOrder(
  steps: readonly (() => Promise<void>)[],
  log: Log,
): { close(then: () => void): Promise<void> } {
  let stoppingSince: number | null = null
  const closeAll = async () => {
    for (const step of steps) {
      try {
        await step()
      } catch (error) {
        log.error('server.stop-step-failed', errorFields(error))
      }
    }
  }
  const stop = async (signal: 'SIGTERM' | 'SIGINT' | 'SIGHUP') => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > sameWishMs) process.exit(1)
      return
    }
    stoppingSince = performance.now()
    log.info('server.stopping', { signal })
    setTimeout(() => process.exit(1), atMostMs).unref()
    await closeAll()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(signal))
  return {
    close: async (then) => {
      if (stoppingSince !== null) return
      stoppingSince = performance.now()
      await closeAll()
      then()
    },
  }
}
