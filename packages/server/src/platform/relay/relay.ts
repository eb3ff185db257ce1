import { createHmac } from 'node:crypto'
import type { IceServer } from '@samtale/protocol'
import type { Clock } from '../clock.ts'
import { randomText } from '../ids.ts'

/** A TURN relay that shares a secret with us (coturn's `use-auth-secret`). */
export interface RelaySettings {
  /** `turn:` and `turns:` (RFC 7065). */
  readonly urls: readonly string[]
  readonly secret: string
  /** How long credentials are good for. */
  readonly validSeconds: number
}

export interface Relay {
  /** Fresh credentials; nothing where no relay is configured. */
  give(): { iceServers: IceServer[]; goodForSeconds: number | null }
  readonly isThere: boolean
}

/**
 * Time-limited credentials for a relay: the username is when they lapse (seconds of Unix time) and a random value, the
 * password its HMAC-SHA1 under the shared secret (draft-uberti-behave-turn-rest-00). No two are alike, and nothing in
 * them tells whom they were given to.
 */
export function createRelay(settings: RelaySettings | null, clock: Pick<Clock, 'now'>): Relay {
  if (settings === null) return { isThere: false, give: () => ({ iceServers: [], goodForSeconds: null }) }
  const { urls, secret, validSeconds } = settings
  return {
    isThere: true,
    give: () => {
      const lapses = Math.floor(clock.now().getTime() / 1_000) + validSeconds
      const username = `${lapses}:${randomText(16)}`
      const credential = createHmac('sha1', secret).update(username).digest('base64')
      return { iceServers: [{ urls: [...urls], username, credential }], goodForSeconds: validSeconds }
    },
  }
}
