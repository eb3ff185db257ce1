// The thread in which the embedded database runs: a slow statement stalls its thread, which must not be the one that
// carries signalling.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type Results } from '@electric-sql/pglite'
import type { WorkerAnswer, WorkerData, WorkerRequest, WorkerResult } from './embedded-protocol.ts'

const { folder, template } = workerData as WorkerData
const database = await PGlite.create({
  ...(folder === null ? {} : { dataDir: folder }),
  ...(template === null ? {} : { loadDataDir: new Blob([template]) }),
})

function answer(message: WorkerAnswer): void {
  parentPort?.postMessage(message)
}

/** As PostgreSQL's own protocols do: without parameters, several statements may stand in one text. */
async function run(sql: string, parameters: readonly unknown[]): Promise<WorkerResult> {
  const results: Results<unknown>[] =
    parameters.length > 0 ? [await database.query<unknown>(sql, [...parameters])] : await database.exec(sql)
  const last = results.at(-1)
  // Kysely lists the commands that it looks at; there are others, such as CREATE.
  const command = (last?.command ?? 'SELECT') as WorkerResult['command']
  return { command, rowCount: last?.rowCount ?? 0, rows: last?.rows ?? [] }
}

parentPort?.on('message', (request: WorkerRequest) => {
  if (request === 'close') {
    void database.close().finally(() => parentPort?.close())
    return
  }
  const { id, sql, parameters } = request
  run(sql, parameters).then(
    (result) => answer({ id, result }),
    (error: Error & { code?: string }) => answer({ id, error: { message: error.message, code: error.code ?? '' } }),
  )
})
answer('ready')
