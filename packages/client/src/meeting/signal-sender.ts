import type { SaidSignal } from '@samtale/protocol'
import type { Connection } from '../connection/connection.ts'
import { LineLost } from '../connection/line.ts'
import type { Envelopes } from '../sealing/envelopes.ts'

/** How often a signal is offered again while the connection is being made anew. */
const again = 500
const attempts = 30

/**
 * Sends signals between two browsers in the order given. One that found the connection broken is sent again, since the
 * other side waits for it; the receiver ignores what it has already.
 */
export function createSignalSender(envelopes: Promise<Envelopes>, connection: Pick<Connection, 'request'>) {
  const queues = new Map<string, Promise<void>>()
  async function deliver(to: string, signal: SaidSignal): Promise<void> {
    const message = await (await envelopes).seal('signal', signal)
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      try {
        await connection.request('group.say', { to, message })
        return
      } catch (error) {
        // A refusal is final: the other has left.
        if (!(error instanceof LineLost)) return
        await new Promise((resolve) => setTimeout(resolve, again))
      }
    }
  }
  return {
    send(to: string, signal: SaidSignal): void {
      const last = (queues.get(to) ?? Promise.resolve()).then(() => deliver(to, signal)).catch(() => {})
      queues.set(to, last)
      void last.then(() => queues.get(to) === last && queues.delete(to))
    },
  }
}
