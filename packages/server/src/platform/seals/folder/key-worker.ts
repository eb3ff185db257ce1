// The thread in which the key file is read and written: it waits for the disk, which the thread that carries signalling
// must not.
import { parentPort, workerData } from 'node:worker_threads'
import { closeThread } from '../../egress/close-thread.ts'
import { openKeyFile } from './key-file.ts'
import type { KeyAnswer, KeyRequest } from './key-protocol.ts'

// Keys leave this machine by no way.
closeThread([], () => {})
const file = openKeyFile((workerData as { folder: string }).folder)

function answer(message: KeyAnswer): void {
  parentPort?.postMessage(message)
}

parentPort?.on('message', ({ id, name, values }: KeyRequest) => {
  try {
    // The values are those of this operation: `KeyRequest` says so, and one call can't tell which it is.
    const operation = file[name] as (...values: KeyRequest['values']) => unknown
    answer({ id, result: operation(...values) })
  } catch (error) {
    answer({ id, error: error instanceof Error ? error.message : 'failed' })
  }
  if (name === 'close') parentPort?.close()
})
answer('ready')
