import type { ErrorCode } from '@samtale/protocol'
import type { Outgoing } from './declared-message.ts'

/** One open socket, as rules see it. Sending to a closed one does nothing. */
export interface Link {
  /** The peer's network address; held while the socket is open, never written. */
  readonly networkAddress: string
  readonly open: boolean
  /** What the protocol doesn't declare is left out; a message that it doesn't know isn't sent. */
  send(message: Outgoing): void
  /** Closes with the code that belongs to the error, whose name is the close reason. */
  close(code: ErrorCode): void
}

/** Who listens to a link. Made anew for each. */
export interface LinkHandler {
  /** A message that fits the size, rate and form limits: parsed JSON, not yet checked. */
  message(value: unknown, bytes: number): void
  /** `clean`: the other side closed in order (RFC 6455 §7.4.1, codes 1000 and 1001). Called once. */
  closed(clean: boolean): void
}
