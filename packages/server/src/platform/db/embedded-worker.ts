// The thread in which the embedded database runs: a slow statement stalls its thread, which must not be the one that
// carries signalling.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { closeThread } from '../egress/close-thread.ts'
import type { WorkerAnswer, WorkerData, WorkerFailure, WorkerRequest } from './embedded-protocol.ts'
import { EmbeddedSession, valueParsers } from './embedded-session.ts'

// A database reaches for nobody.
closeThread([], () => {})
const { folder, template } = workerData as WorkerData
const database = await PGlite.create({
  parsers: valueParsers,
  ...(folder === null ? {} : { dataDir: folder }),
  ...(template === null ? {} : { loadDataDir: new Blob([template]) }),
})
const session = new EmbeddedSession(database)

function answer(message: WorkerAnswer): void {
  parentPort?.postMessage(message)
}

function failure(error: Error & { code?: string; constraint?: string }): WorkerFailure {
  return { message: error.message, code: error.code ?? '', constraint: error.constraint ?? null }
}

// One after another: a task may be several statements.
let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (request: WorkerRequest) => {
  if (request === 'close') {
    void last.then(() => database.close()).finally(() => parentPort?.close())
    return
  }
  const { id, task } = request
  last = last.then(() =>
    session.run(task).then(
      (result) => answer({ id, result }),
      (error: Error) => answer({ id, error: failure(error) }),
    ),
  )
})
answer('ready')
