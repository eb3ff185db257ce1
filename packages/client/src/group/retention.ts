import type { ClientState } from 'ts-mls'
import { oldEpochMs } from '../sframe/receive-keys.ts'

/** Drops the keys of ended epochs by time: messages of an epoch are read for as long as its media. */
export interface Retention {
  ended(epoch: bigint): void
  /** The state without what is too old. */
  prune(state: ClientState): ClientState
}

/** @param now milliseconds of a clock that doesn't go back. */
export function createRetention(now: () => number): Retention {
  const endedAt = new Map<bigint, number>()
  return {
    ended: (epoch) => void endedAt.set(epoch, now()),
    prune(state) {
      const kept = new Map(state.historicalReceiverData)
      for (const [epoch, data] of state.historicalReceiverData) {
        if (now() - (endedAt.get(epoch) ?? -Infinity) < oldEpochMs) continue
        data.senderDataSecret.fill(0)
        data.resumptionPsk.fill(0)
        kept.delete(epoch)
        endedAt.delete(epoch)
      }
      return kept.size === state.historicalReceiverData.size ? state : { ...state, historicalReceiverData: kept }
    },
  }
}
