import { setTimeout as sleep } from 'node:timers/promises'
import type { WorkerBinary } from '../../../../media-worker/cache.ts'
import { missingPackages } from '../../../../media-worker/packages.ts'
import type { WorkerProgress } from '../../../../media-worker/progress.ts'
import { provideWorker } from '../../../../media-worker/provide-worker.ts'
import type { WorkerSettings } from '../../../../media-worker/settings.ts'
import { WorkerTrouble } from '../../../../media-worker/trouble.ts'
import { errorFields, type Log } from '../../log.ts'
import { logFields, type FieldsOf } from '../../log/events.ts'
import type { EngineStatus, EngineTrouble } from '../engine.ts'

export interface AwaitOptions {
  settings: WorkerSettings
  signal: AbortSignal
  setStatus: (status: EngineStatus) => void
  log: Pick<Log, 'info' | 'warn' | 'error'>
}

/** How often to look whether the operator has installed what was missing. */
const LOOK_EVERY_MS = 15_000

/**
 * Resolves to the worker binary, however long it takes, and tells the status meanwhile. Where packages are
 * missing it goes on once they are there. Null: it can't be had, or the signal ended the wait.
 */
export async function awaitBinary(options: AwaitOptions): Promise<WorkerBinary | null> {
  for (;;) {
    const found = await tryOnce(options)
    if ('path' in found) return found
    if (options.signal.aborted) return null
    options.setStatus({ state: 'unavailable', trouble: found.trouble })
    options.log.error('media.worker-unavailable', { code: found.trouble.code })
    if (found.trouble.code !== 'worker.packages-missing' || !(await packagesArrive(options.signal))) return null
  }
}

async function tryOnce({
  settings,
  signal,
  setStatus,
  log,
}: AwaitOptions): Promise<WorkerBinary | { trouble: EngineTrouble }> {
  let step = ''
  const onProgress = (progress: WorkerProgress) => {
    setStatus({ state: 'pending', step: progress.step, secondsLeft: progress.secondsLeft })
    if (progress.step === step) return
    step = progress.step
    log.info('media.worker-step', {
      step: loggedStep(step),
      ...(progress.secondsLeft === null ? {} : { seconds: progress.secondsLeft }),
    })
  }
  try {
    return await provideWorker({ settings, signal, onProgress })
  } catch (error) {
    if (error instanceof WorkerTrouble) return { trouble: error.trouble }
    // The disk is full, or the like.
    if (!signal.aborted) log.error('media.worker-step', errorFields(error))
    return { trouble: { code: 'worker.build-failed', detail: error instanceof Error ? error.message : 'unknown' } }
  }
}

// Why there was no prebuilt worker stands in brackets, and is for people.
function loggedStep(step: string): FieldsOf<'media.worker-step'>['step'] {
  const known = logFields.step.oneOf
  return known.find((one) => step === one || step.startsWith(`${one} (`))
}

/** Resolves to false where the signal ended the wait. */
async function packagesArrive(signal: AbortSignal): Promise<boolean> {
  try {
    do await sleep(LOOK_EVERY_MS, undefined, { signal, ref: false })
    while ((await missingPackages()).length > 0)
    return true
  } catch {
    return false
  }
}
