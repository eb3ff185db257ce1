import type { Text } from './text.ts'

/**
 * Ways that picture and sound can take. `direct`: from browser to browser. `router-end-to-end`: through a router that
 * can't read them. `router-decrypts`: through a router that decrypts them and encrypts them again.
 */
export const mediaWays = ['direct', 'router-end-to-end', 'router-decrypts'] as const
export type MediaWay = (typeof mediaWays)[number]

/** A way that picture and sound take in calls of some sizes: a fact about the system that claims are measured by. */
export interface MediaPath {
  readonly way: MediaWay
  /** Fewest and most people in a room where it is taken; any number, where it isn't said. */
  readonly fewest?: number | undefined
  readonly most?: number | undefined
  /** When it is taken. */
  readonly when: Text
}
