import type { FromGroupWorker } from './group-messages.ts'
import type { OpenGroupPort } from './group-client.ts'

/** The group in a worker of its own. Where the browser makes none now, as where its memory is full, it has failed. */
export const openGroupWorker: OpenGroupPort = (take, failed) => {
  const worker = madeWorker()
  if (worker === null) {
    setTimeout(failed)
    return { post: () => {}, end: () => {} }
  }
  worker.addEventListener('message', (event: MessageEvent<FromGroupWorker>) => take(event.data))
  worker.addEventListener('error', failed)
  worker.addEventListener('messageerror', failed)
  return {
    post: (message, frames) => worker.postMessage(message, frames ? [frames] : []),
    end: () => worker.terminate(),
  }
}

function madeWorker(): Worker | null {
  try {
    // Named here in full, or the bundler doesn't see it.
    return new Worker(new URL('./group-worker.ts', import.meta.url), { type: 'module', name: 'group' })
  } catch {
    return null
  }
}
