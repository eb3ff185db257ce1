import { limits, type NewEvent, type ServerEvent } from '@samtale/protocol'
import type { Link } from '../../platform/ws/link.ts'

/**
 * A participant's events: numbered without a gap (rule C4), kept for a while so that somebody whose socket broke gets
 * what was missed (R3).
 */
export interface Outbox {
  readonly kept: number
  post(event: NewEvent): void
  /** Whether everything after that number can still be sent. */
  holdsAfter(seq: number): boolean
  /** Sends what came after `after`, and from now on everything, to this link. */
  attach(link: Link, after: number): void
  detach(): void
}

export function createOutbox(): Outbox {
  let last = 0
  let link: Link | null = null
  const events: ServerEvent[] = []
  return {
    get kept() {
      return events.length
    },
    post(event) {
      last += 1
      const numbered = { seq: last, ...event }
      events.push(numbered)
      if (events.length > limits.keptEvents) events.shift()
      link?.send(numbered)
    },
    holdsAfter(seq) {
      return seq <= last && seq >= last - events.length
    },
    attach(newLink, after) {
      for (const event of events) if (event.seq > after) newLink.send(event)
      link = newLink
    },
    detach() {
      link = null
    },
  }
}
