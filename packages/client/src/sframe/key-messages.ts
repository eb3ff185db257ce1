import type { SendKey } from './frame-sealer.ts'
import type { SenderKey } from './receive-keys.ts'

/**
 * From the worker that holds the group to the one that frames pass through, over a port that the page made and can't read.
 * The sender decides when a key is used: it is used from its arrival on.
 */
export type KeyMessage =
  /** Given out once for each epoch; epochs grow. */
  | { type: 'send-key'; key: SendKey }
  /** What the others' frames are opened with from this epoch on. */
  | { type: 'receive-keys'; keys: ReceivedKeys }
  /** One is in no group any more: nothing is sealed, nothing is opened. The next keys may be of another, whose epochs begin anew. */
  | { type: 'stop' }

/** Everybody's keys but one's own, in one epoch. */
export interface ReceivedKeys {
  epoch: number
  senders: SenderKey[]
}
