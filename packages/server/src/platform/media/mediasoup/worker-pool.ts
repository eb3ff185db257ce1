import { createSerial } from '../../serial.ts'
import type { EngineStatus } from '../engine.ts'
import { restartDelay } from './back-off.ts'
import { WorkerSlot, type SlotOptions } from './worker-slot.ts'

export type PoolOptions = Omit<SlotOptions, 'worker' | 'choosing'> & { count: number }

/** So many failed starts in a row are no accident. */
const GIVE_UP_AFTER = 4

/** All workers of an engine. */
export class WorkerPool {
  readonly #slots: WorkerSlot[]

  constructor({ count, ...options }: PoolOptions) {
    const serial = createSerial()
    this.#slots = Array.from({ length: count }, (_, worker): WorkerSlot => {
      const others = () => this.#slots.filter((slot) => slot !== this.#slots[worker]).flatMap(({ port }) => port ?? [])
      return new WorkerSlot({ ...options, worker, choosing: (choose) => serial(() => choose(others())) })
    })
  }

  /** Resolves when every worker was tried once. One after another: so ports follow each other. */
  async start(): Promise<void> {
    for (const slot of this.#slots) await slot.start()
  }

  /** The running worker with the least to do; undefined where none runs. */
  leastLoaded(): WorkerSlot | undefined {
    return this.#running().toSorted((a, b) => a.load - b.load)[0]
  }

  status(): EngineStatus {
    const workers = this.#running().length
    if (workers > 0) return { state: 'ready', workers }
    // A port in use is told at once: waiting doesn't mend it. The starts go on, somebody may.
    const trouble = this.#slots.find((slot) => slot.trouble !== null)?.trouble
    const failures = Math.min(...this.#slots.map((slot) => slot.failures))
    if (trouble && (trouble.code === 'media.port-in-use' || failures >= GIVE_UP_AFTER))
      return { state: 'unavailable', trouble }
    return {
      state: 'pending',
      step: 'Starting the media router',
      secondsLeft: Math.ceil((restartDelay(failures) + 500) / 1000),
    }
  }

  ports(): number[] {
    return this.#running().flatMap(({ port }) => port ?? [])
  }

  pids(): number[] {
    return this.#running().flatMap(({ pid }) => pid ?? [])
  }

  async close(): Promise<void> {
    await Promise.all(this.#slots.map((slot) => slot.close()))
  }

  #running(): WorkerSlot[] {
    return this.#slots.filter((slot) => slot.pid !== null)
  }
}
