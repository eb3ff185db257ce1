import type { Text } from './text.ts'

/**
 * How a call travels. `p2p`: directly, or relayed as it is. `sfu-e2ee`: through a router that can't open it. `sfu`: through
 * a router that opens it and closes it again.
 */
export const callModes = ['p2p', 'sfu-e2ee', 'sfu'] as const

/** One way in which calls travel, and the sentence that says so: what is claimed of calls follows from it. */
export interface CallMode {
  readonly mode: (typeof callModes)[number]
  readonly says: Text
  /** Most people in a call that travels so. */
  readonly atMostPeople?: number | undefined
}
