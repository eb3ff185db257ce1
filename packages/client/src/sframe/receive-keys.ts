import type { Slot } from '@samtale/protocol'
import { createFrameKey, type FrameKey } from './frame-key.ts'
import { keyIdOf } from './key-id.ts'
import { createReplayWindow, type ReplayWindow } from './replay-window.ts'
import { suiteOf } from './suites.ts'

/** How long frames of an epoch are opened after the next began. */
export const oldEpochMs = 10_000

/** A sender's key in one epoch. `member` names the person over all epochs; leaves are given to others again. */
export interface SenderKey {
  leaf: number
  member: string
  baseKey: Uint8Array<ArrayBuffer>
}

/** One sender's in one epoch. */
export interface Sender {
  member: string
  audio: FrameKey
  video: FrameKey
  /** How many frames came whose tag didn't fit. */
  forged: number
  windowOf(slot: Slot): ReplayWindow
}

/** The keys that frames are opened with now. */
export interface ReceiveKeys {
  /** A new epoch's keys. Who isn't in it is heard no more at once; the others' old keys last `oldEpochMs`. */
  install(epoch: number, senders: readonly SenderKey[]): Promise<void>
  /** The newest first: where people come and go fast, an id comes around again before the older key is over. */
  of(kid: number): Sender[]
  clear(): void
}

interface Epoch {
  epoch: number
  endsAt: number
  senders: Map<number, Sender>
}

/** @param now milliseconds of a clock that doesn't go back. */
export function createReceiveKeys(now: () => number): ReceiveKeys {
  let epochs: Epoch[] = []
  const live = () => (epochs = epochs.filter(({ endsAt }) => endsAt > now()))
  return {
    async install(epoch, senderKeys) {
      const entries = await Promise.all(senderKeys.map((key) => senderOf(epoch, key)))
      const newest = epochs[0]
      if (newest && epoch <= newest.epoch) return
      const members = new Set(senderKeys.map(({ member }) => member))
      for (const old of live()) {
        old.endsAt = Math.min(old.endsAt, now() + oldEpochMs)
        for (const [kid, { member }] of old.senders) if (!members.has(member)) old.senders.delete(kid)
      }
      epochs.unshift({ epoch, endsAt: Infinity, senders: new Map(entries) })
    },
    of(kid) {
      return live().flatMap(({ senders }) => senders.get(kid) ?? [])
    },
    clear() {
      epochs = []
    },
  }
}

async function senderOf(epoch: number, { leaf, member, baseKey }: SenderKey): Promise<[kid: number, Sender]> {
  const kid = keyIdOf(epoch, leaf)
  const [audio, video] = await Promise.all([
    createFrameKey(suiteOf.audio, kid, baseKey),
    createFrameKey(suiteOf.video, kid, baseKey),
  ])
  const windows = new Map<Slot, ReplayWindow>()
  const windowOf = (slot: Slot) => {
    const known = windows.get(slot) ?? createReplayWindow()
    windows.set(slot, known)
    return known
  }
  return [kid, { member, audio, video, forged: 0, windowOf }]
}
