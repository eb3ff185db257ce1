import type { SaidSignal } from '@samtale/protocol'

/** A signal that belongs to a connection. */
export type LinkSignal = Exclude<SaidSignal, { kind: 'picture' }>

/**
 * The connection between two browsers may be made anew; each making has a higher generation, and signals say which they
 * mean. Generations of a later path are higher than all of an earlier one. Of two browsers, the one that came later (the
 * offerer) makes connections; the other (the answerer) takes them, and may ask for a new one by a `rollback` of a
 * generation that doesn't exist yet.
 */
const perPath = 1_000_000

export function firstGeneration(pathGeneration: number): number {
  return pathGeneration * perPath
}

export function pathGenerationOf(linkGeneration: number): number {
  return Math.floor(linkGeneration / perPath)
}

export type Verdict =
  /** Belongs to the connection that is. */
  | 'handle'
  /** The offerer made a new connection: close the present one and answer. */
  | 'adopt'
  /** The answerer asks for a new connection of this generation. */
  | 'start-over'
  /** A candidate that overtook its offer. */
  | 'keep'
  /** Of a connection that is no more, or senseless. */
  | 'drop'

/** What to do with a signal. `current` is the generation of the connection that is; null before the first offer. */
export function judge(signal: LinkSignal, current: number | null, offerer: boolean): Verdict {
  const type = signal.kind === 'candidate' ? 'candidate' : signal.description.type
  if (current !== null && signal.generation < current) return 'drop'
  if (signal.generation === current) return type === 'rollback' || type === 'pranswer' ? 'drop' : 'handle'
  if (offerer) return type === 'rollback' ? 'start-over' : 'drop'
  if (type === 'offer') return 'adopt'
  return type === 'candidate' ? 'keep' : 'drop'
}

export function isStartOver(signal: LinkSignal): boolean {
  return signal.kind === 'description' && signal.description.type === 'rollback'
}

export function startOverSignal(generation: number): LinkSignal {
  return { kind: 'description', generation, description: { type: 'rollback', sdp: '' } }
}
