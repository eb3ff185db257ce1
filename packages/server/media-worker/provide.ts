/**
 * `node packages/server/media-worker/provide.ts`: gets the media worker, tells how far it is on standard error, and
 * prints the binary's path on standard output. Exit code 1 where it can't be had, with the reason and what to run.
 */
import type { WorkerProgress } from './progress.ts'
import { provideWorker } from './provide-worker.ts'
import { workerSettings } from './settings.ts'
import { WorkerTrouble } from './trouble.ts'

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const
const LINE_EVERY_MS = 5_000

const stop = new AbortController()
for (const name of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => {
    process.exitCode = 128 + SIGNAL_NUMBERS[name]
    stop.abort()
  })
}

let shown = { step: '', at: 0 }
function show(progress: WorkerProgress): void {
  const now = performance.now()
  if (progress.step === shown.step && now - shown.at < LINE_EVERY_MS) return
  shown = { step: progress.step, at: now }
  const share = progress.fraction === null ? '' : ` ${Math.floor(progress.fraction * 100)} %`
  const left = progress.secondsLeft === null ? '' : `, about ${progress.secondsLeft} s left`
  process.stderr.write(`${progress.step}${share}${left}\n`)
}

try {
  const worker = await provideWorker({ settings: workerSettings(process.env), onProgress: show, signal: stop.signal })
  process.stdout.write(`${worker.path}\n`)
} catch (error) {
  if (!stop.signal.aborted) {
    if (!(error instanceof WorkerTrouble)) throw error
    process.exitCode = 1
    process.stderr.write(`${error.message}\n`)
    if (error.trouble.command !== undefined) process.stderr.write(`Run: ${error.trouble.command}\n`)
  }
}
