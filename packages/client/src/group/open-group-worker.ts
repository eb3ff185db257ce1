import type { FromGroupWorker } from './group-messages.ts'
import type { OpenGroupPort } from './group-client.ts'

/** The group in a worker of its own. */
export const openGroupWorker: OpenGroupPort = (take, failed) => {
  const worker = new Worker(new URL('./group-worker.ts', import.meta.url), { type: 'module', name: 'group' })
  worker.addEventListener('message', (event: MessageEvent<FromGroupWorker>) => take(event.data))
  worker.addEventListener('error', failed)
  worker.addEventListener('messageerror', failed)
  return {
    post: (message, frames) => worker.postMessage(message, frames ? [frames] : []),
    end: () => worker.terminate(),
  }
}
