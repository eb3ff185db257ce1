import { limits } from '@samtale/protocol'

/** What the choice of path depends on. */
export interface PathFacts {
  mode: 'direct' | 'router' | 'interrupted'
  people: number
  /** The router can be had now. */
  routerReady: boolean
  /** False where the room hides addresses and there is no relay to hide them behind. */
  directAllowed: boolean
  /** A pair could not connect directly. */
  relayWanted: boolean
  /** Milliseconds since at most four people have been present; 0 while there are more. */
  fewForMs: number
  directAfterMs: number
}

export type PathChoice = 'direct' | 'router' | 'interrupted' | 'wait'

/**
 * How media should travel (rules M1–M5, I4). Direct while at most four are present; the router from the fifth on; back only
 * after they have been few for a while, so that somebody going in and out doesn't toggle it. `wait`: stay, and look
 * again when that time is over.
 */
export function choosePath(facts: PathFacts): PathChoice {
  const many = facts.people > limits.directPeople || !facts.directAllowed
  const relay = facts.relayWanted && facts.people > 1
  if (many) return facts.mode === 'router' || facts.routerReady ? 'router' : 'interrupted'
  if (facts.mode !== 'router') return relay && facts.routerReady ? 'router' : 'direct'
  if (relay) return 'router'
  return facts.fewForMs >= facts.directAfterMs ? 'direct' : 'wait'
}
