/** How long, in milliseconds, one goes on sending under the old key for those who don't have the new one yet. */
export const switchWithinMs = 500

/** What began: an epoch, at a time. */
export interface NewEpoch {
  epoch: number
  beganAt: number
  /** Somebody left: they must not be able to see another frame. */
  somebodyLeft: boolean
}

/**
 * When one changes to a new epoch's key for sending: at once where somebody left, else as soon as all have it, and after
 * half a second at the latest. Whoever was added waits so long for their first frame, and nobody else loses one.
 */
export interface EpochSwitch {
  began(epoch: NewEpoch): void
  /** The server says that all have it. It can only hasten or delay the change within the half second. */
  allHave(epoch: number): void
  /** The epoch to send under now; null before the first. */
  sending(now: number): number | null
}

export function createEpochSwitch(): EpochSwitch {
  let current: number | null = null
  let next: NewEpoch | null = null
  let readyFor = -1
  return {
    began(epoch) {
      if (epoch.epoch <= (next?.epoch ?? current ?? -1)) return
      // Of several in a row the first sets the time, and any leave hastens.
      const { beganAt, somebodyLeft } = next ?? epoch
      next = { epoch: epoch.epoch, beganAt, somebodyLeft: somebodyLeft || epoch.somebodyLeft }
    },
    allHave(epoch) {
      readyFor = Math.max(readyFor, epoch)
    },
    sending(now) {
      if (next === null) return current
      const due =
        current === null || next.somebodyLeft || readyFor >= next.epoch || now - next.beganAt >= switchWithinMs
      if (due) {
        current = next.epoch
        next = null
      }
      return current
    },
  }
}
