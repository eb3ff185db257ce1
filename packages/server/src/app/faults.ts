import { errorFields, type Log } from '../platform/log.ts'
import { closeOutput } from '../platform/output.ts'
import type { ReportRefusal } from '../platform/refusals.ts'

/**
 * Everything that goes wrong outside our own steps is told in the log, by class, code and place; Node's own texts, which
 * quote messages and lines of code, are never printed.
 *
 * A promise that nobody awaited failed: a fault of ours, and it ends nobody's call. An exception that nobody caught leaves
 * the process in no known state (Node's manual, `uncaughtException`): it ends, with exit code 1.
 */
export function tellFaultsInLog(log: Log, refused: ReportRefusal): void {
  process.on('unhandledRejection', (error) => log.error('server.stray-fault', errorFields(error)))
  process.on('uncaughtException', (error) => {
    log.error('server.crashed', errorFields(error))
    process.exit(1)
  })
  // Node's own listener prints the text.
  process.removeAllListeners('warning')
  process.on('warning', (warning) => log.warn('server.warning', errorFields(warning)))
  closeOutput(() => refused('output.refused'))
}
