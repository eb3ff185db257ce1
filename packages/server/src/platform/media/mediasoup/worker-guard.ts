import { MediaRefused } from '../engine.ts'

/**
 * Stands between us and one worker.
 *
 * What mediasoup throws becomes MediaRefused: parameters that it doesn't take, something that has ended meanwhile, a
 * worker that died over it. Its messages stay here, since they may hold addresses and RTP parameters.
 *
 * All requests to a worker are written with one FlatBuffers builder. An exception in the middle of writing one leaves it
 * unusable, and every later request to that worker fails: its calls could neither change nor end. `takeParameters`
 * keeps out the values that are known to do so; should another be found, `broken` is called, and a new worker is better.
 */
export class WorkerGuard {
  readonly #broken: () => void

  constructor(broken: () => void) {
    this.#broken = broken
  }

  /** @throws MediaRefused, saying `what` was refused. */
  async ask<T>(what: string, request: () => Promise<T>): Promise<T> {
    try {
      return await request()
    } catch (error) {
      this.#look(error)
      throw new MediaRefused(`${what} was refused: ${error instanceof Error ? error.name : 'unknown'}`)
    }
  }

  /** For what can't be refused: closing. */
  tell(action: () => void): void {
    try {
      action()
    } catch (error) {
      this.#look(error)
    }
  }

  #look(error: unknown): void {
    if (error instanceof Error && error.message.startsWith('FlatBuffers:')) this.#broken()
  }
}
