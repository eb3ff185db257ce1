import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../../platform/clock.ts'
import { randomText } from '../../../platform/ids.ts'

/** How long the link lives, in milliseconds. */
const lifeMs = 3_600_000
/** 192 bits: nobody guesses it, however often they try. */
const secretLength = 32

export type FirstRunLink = ReturnType<typeof createFirstRunLink>

/**
 * The link by which the first operator comes in: printed once, of use once, and only while nobody runs the installation.
 * Of its secret a keyed hash is kept, in this process alone.
 */
export function createFirstRunLink(hasOperator: () => Promise<boolean>, clock: Pick<Clock, 'now'>) {
  const key = randomBytes(32)
  const hashOf = (secret: string): Buffer => createHmac('sha256', key).update(secret).digest()
  let open: { readonly hash: Buffer; readonly until: number } | null = null

  const opens = async (secret: string): Promise<boolean> =>
    open !== null &&
    timingSafeEqual(hashOf(secret), open.hash) &&
    clock.now().getTime() < open.until &&
    !(await hasOperator())

  return {
    /** Makes the link's secret, in place of one before; null where somebody runs the installation. */
    invite: async (): Promise<string | null> => {
      if (await hasOperator()) return null
      const secret = randomText(secretLength)
      open = { hash: hashOf(secret), until: clock.now().getTime() + lifeMs }
      return secret
    },

    /** Whether a secret is the link's, and the link still of use. */
    opens,

    /** Uses the link: whoever comes at the same time is too late. It stays of use where what it was for fails. */
    use: async (secret: string, what: () => Promise<boolean>): Promise<boolean> => {
      if (!(await opens(secret))) return false
      const taken = open
      if (taken === null) return false
      open = null
      let done = false
      try {
        done = await what()
      } finally {
        if (!done) open = taken
      }
      return done
    },
  }
}
