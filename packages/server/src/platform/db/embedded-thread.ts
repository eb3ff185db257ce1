import { Worker } from 'node:worker_threads'
import type {
  WorkerAnswer,
  WorkerData,
  WorkerFailure,
  WorkerRequest,
  WorkerResult,
  WorkerTask,
} from './embedded-protocol.ts'

/** A statement that the embedded database refused; `code` is its SQLSTATE, empty where there is none. */
export class StatementFailed extends Error {
  readonly code: string
  readonly constraint: string | null

  constructor({ message, code, constraint }: WorkerFailure) {
    super(message)
    this.name = 'StatementFailed'
    this.code = code
    this.constraint = constraint
  }
}

interface Waiting {
  resolve(result: WorkerResult): void
  reject(error: Error): void
}

/** The database's thread, seen from the main one. A thread that dies fails what waits for it and all that comes after. */
export class EmbeddedThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #ready = Promise.withResolvers<void>()
  readonly #ended = Promise.withResolvers<void>()
  #lastId = 0
  #failure: Error | null = null

  /** Resolves when the database answers. @throws Error where its folder can't be opened. */
  static async start(data: WorkerData): Promise<EmbeddedThread> {
    const thread = new EmbeddedThread(data)
    await thread.#ready.promise
    return thread
  }

  private constructor(data: WorkerData) {
    this.#worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: data })
    this.#worker.on('message', (answer: WorkerAnswer) => this.#settle(answer))
    this.#worker.on('error', (error: Error) => this.#fail(error))
    this.#worker.on('exit', () => {
      this.#fail(new Error('The embedded database has ended.'))
      this.#ended.resolve()
    })
  }

  run(task: WorkerTask): Promise<WorkerResult> {
    if (this.#failure !== null) return Promise.reject(this.#failure)
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#send({ id, task })
    })
  }

  /** Lets what was asked finish, writes everything down and ends the thread. */
  async close(): Promise<void> {
    if (this.#failure === null) this.#send('close')
    await this.#ended.promise
  }

  #send(request: WorkerRequest): void {
    this.#worker.postMessage(request)
  }

  #settle(answer: WorkerAnswer): void {
    if (answer === 'ready') return this.#ready.resolve()
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('result' in answer) waiting?.resolve(answer.result)
    else waiting?.reject(new StatementFailed(answer.error))
  }

  #fail(error: Error): void {
    this.#failure ??= error
    this.#ready.reject(this.#failure)
    for (const { reject } of this.#waiting.values()) reject(this.#failure)
    this.#waiting.clear()
  }
}
