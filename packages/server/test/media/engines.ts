import type { MediaEngine } from '../../src/platform/media/engine.ts'
import { createSimulatedEngine } from '../../src/platform/media/simulated.ts'
import { createRealEngine, untilReady } from './real-engine.ts'

/** An engine and how its worker dies, for tests that hold for every engine. */
export interface Subject {
  engine: MediaEngine
  /** The worker dies, and is back when this resolves. */
  loseWorker(): Promise<void>
}

export const engines: { name: string; open: () => Promise<Subject> }[] = [
  {
    name: 'simulated',
    async open() {
      const engine = createSimulatedEngine()
      const loseWorker = async () => {
        engine.becomePending(1)
        engine.loseRouters()
        engine.becomeReady()
      }
      return { engine, loseWorker }
    },
  },
  {
    name: 'mediasoup',
    async open() {
      const { engine } = createRealEngine()
      await untilReady(engine)
      const loseWorker = async () => {
        const gone = new Promise<void>((resolve) => {
          const stop = engine.onStatus(({ state }) => {
            if (state === 'ready') return
            stop()
            resolve()
          })
        })
        for (const pid of engine.workerPids()) process.kill(pid, 'SIGKILL')
        await gone
        await untilReady(engine)
      }
      return { engine, loseWorker }
    },
  },
]
