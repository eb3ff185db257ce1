import type { Knocker as WireKnocker, Params } from '@samtale/protocol'
import { randomText, sha256 } from '../../platform/ids.ts'
import type { Link } from '../../platform/ws/link.ts'
import type { Person } from './doorkeeper.ts'
import { createOutbox, type Outbox } from './outbox.ts'

/** Somebody's wait at a door; outlives a broken socket like a stay (rule N7). What they say is sealed by themselves. */
export interface Knocker {
  readonly id: string
  readonly tokenHash: string
  readonly outbox: Outbox
  readonly state: string
  readonly message: string | undefined
  readonly person: Person | null
  link: Link | null
  status: 'waiting' | 'held' | 'admitted'
  /** Of the admission, once there is one. */
  admissionHash: string | null
  /** Ends the wait for who is away, or doesn't come in though let in. */
  cancelTimer: (() => void) | null
  /** Tells the connection that the wait is over. */
  onEnd: (() => void) | null
  /** Gives the place of their network address back. */
  giveBack: () => void
}

export function createKnocker(
  { state, message }: Pick<Params<'knock'>, 'state' | 'message'>,
  person: Person | null,
  link: Link,
  giveBack: () => void,
): { knocker: Knocker; token: string } {
  const token = randomText(32)
  const outbox = createOutbox()
  outbox.attach(link, 0)
  const knocker: Knocker = {
    id: `k_${randomText(16)}`,
    tokenHash: sha256(token),
    outbox,
    state,
    message,
    person,
    link,
    status: 'waiting',
    admissionHash: null,
    cancelTimer: null,
    onEnd: null,
    giveBack,
  }
  return { knocker, token }
}

export function knockerOnTheWire({ id, state, message, status }: Knocker): WireKnocker {
  return { id, state, ...(message === undefined ? {} : { message }), held: status === 'held' }
}
