import type { Slot } from '@samtale/protocol'
import type { DropReason } from '../sframe/frame-opener.ts'
import type { ReceiveStatus } from './frame-messages.ts'

/** For how long, in milliseconds, frames have to arrive without one that opens before it is trouble. */
export const troubleAfterMs = 2_000
/** How long after the last of them it is no longer said. */
export const troubleLastsMs = 3_000

/** What becomes of each participant's frames, in the words that people are told. */
export interface ReceiveStatuses {
  opened(participantId: string, slot: Slot): void
  dropped(participantId: string, slot: Slot, why: DropReason, now: number): void
  /** Somebody else's frames come there from now on, or nobody's. */
  reset(participantId: string): void
  /** Who does otherwise than when last asked. */
  changes(now: number): [participantId: string, status: ReceiveStatus][]
}

interface SlotReceipt {
  /** When frames ceased to open; null where the last one did. */
  droppingSince: number | null
  droppedAt: number
  why: DropReason | null
  opened: boolean
}

const waiting: ReceiveStatus = { state: 'waiting', why: null }

/** Times are milliseconds of any one clock. */
export function createReceiveStatuses(): ReceiveStatuses {
  const all = new Map<string, Map<Slot, SlotReceipt>>()
  const told = new Map<string, ReceiveStatus>()
  const receiptOf = (participantId: string, slot: Slot) => {
    const theirs = all.get(participantId) ?? new Map<Slot, SlotReceipt>()
    all.set(participantId, theirs)
    const known = theirs.get(slot) ?? { droppingSince: null, droppedAt: -Infinity, why: null, opened: false }
    theirs.set(slot, known)
    return known
  }
  return {
    opened(participantId, slot) {
      Object.assign(receiptOf(participantId, slot), { droppingSince: null, opened: true })
    },
    dropped(participantId, slot, why, now) {
      const receipt = receiptOf(participantId, slot)
      if (now - receipt.droppedAt >= troubleLastsMs) receipt.droppingSince = null
      receipt.droppingSince ??= now
      Object.assign(receipt, { droppedAt: now, why })
    },
    reset: (participantId) => void all.set(participantId, new Map()),
    changes(now) {
      const changed = [...all].flatMap(([participantId, slots]): [string, ReceiveStatus][] => {
        const status = statusOf([...slots.values()], now)
        const before = told.get(participantId) ?? waiting
        return status.state === before.state && status.why === before.why ? [] : [[participantId, status]]
      })
      for (const [participantId, status] of changed) told.set(participantId, status)
      return changed
    },
  }
}

function statusOf(slots: SlotReceipt[], now: number): ReceiveStatus {
  const trouble = slots.find(
    ({ droppingSince, droppedAt }) =>
      droppingSince !== null && now - droppingSince >= troubleAfterMs && now - droppedAt < troubleLastsMs,
  )
  if (trouble) return { state: 'trouble', why: trouble.why }
  return slots.some(({ opened }) => opened) ? { state: 'encrypted', why: null } : waiting
}
