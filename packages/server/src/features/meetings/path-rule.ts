import { limits } from '@samtale/protocol'

/** What the choice of path depends on. */
export interface PathFacts {
  mode: 'direct' | 'router' | 'interrupted'
  people: number
  /** The router can be had now. */
  routerReady: boolean
  /** A pair could not connect directly. */
  relayWanted: boolean
  /** Milliseconds since at most four people have been present; 0 while there are more. */
  fewForMs: number
  directAfterMs: number
}

export type PathChoice = 'direct' | 'router' | 'interrupted' | 'wait'

/**
 * How media should travel (rules M1–M5). Direct while at most four are present; the router from the fifth on; back only
 * after they have been few for a while, so that somebody going in and out doesn't toggle it. `wait`: stay, and look
 * again when that time is over.
 */
export function choosePath(facts: PathFacts): PathChoice {
  const many = facts.people > limits.directPeople
  if (facts.mode === 'direct') {
    if (!many && !facts.relayWanted) return 'direct'
    if (facts.routerReady) return 'router'
    return many ? 'interrupted' : 'direct'
  }
  if (many) return facts.mode === 'router' || facts.routerReady ? 'router' : 'interrupted'
  if (facts.mode === 'interrupted') return facts.relayWanted && facts.routerReady ? 'router' : 'direct'
  if (facts.relayWanted && facts.people > 1) return 'router'
  return facts.fewForMs >= facts.directAfterMs ? 'direct' : 'wait'
}
