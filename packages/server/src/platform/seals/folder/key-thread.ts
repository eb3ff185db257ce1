import { Worker } from 'node:worker_threads'
import type { KeyFile } from './key-file.ts'
import type { KeyAnswer, KeyRequest } from './key-protocol.ts'

interface Waiting {
  resolve(result: unknown): void
  reject(error: Error): void
}

/** The key file's thread, seen from the main one. A thread that dies fails what waits for it and all that comes after. */
export class KeyThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #ready = Promise.withResolvers<void>()
  #lastId = 0
  #failure: Error | null = null

  /** Resolves when the file is open. @throws Error where it can't be opened */
  static async start(folder: string): Promise<KeyThread> {
    const thread = new KeyThread(folder)
    await thread.#ready.promise
    return thread
  }

  private constructor(folder: string) {
    this.#worker = new Worker(new URL('./key-worker.ts', import.meta.url), { workerData: { folder } })
    this.#worker.on('message', (answer: KeyAnswer) => this.#settle(answer))
    this.#worker.on('error', (error: Error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('The key store has been closed.')))
  }

  ask<Name extends keyof KeyFile>(
    name: Name,
    ...values: Parameters<KeyFile[Name]>
  ): Promise<ReturnType<KeyFile[Name]>> {
    if (this.#failure !== null) return Promise.reject(this.#failure)
    this.#lastId += 1
    const request: KeyRequest<Name> = { id: this.#lastId, name, values }
    return new Promise((resolve, reject) => {
      // The thread answers each request by the operation's own result.
      this.#waiting.set(request.id, { resolve: (result) => resolve(result as ReturnType<KeyFile[Name]>), reject })
      this.#worker.postMessage(request)
    })
  }

  #settle(answer: KeyAnswer): void {
    if (answer === 'ready') return this.#ready.resolve()
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('result' in answer) waiting?.resolve(answer.result)
    else waiting?.reject(new Error(answer.error))
  }

  #fail(error: Error): void {
    this.#failure ??= error
    this.#ready.reject(this.#failure)
    for (const { reject } of this.#waiting.values()) reject(this.#failure)
    this.#waiting.clear()
  }
}
