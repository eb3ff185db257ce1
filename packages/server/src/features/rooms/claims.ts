import { createHmac } from 'node:crypto'
import type { RoomRole } from '@samtale/protocol'
import type { Clock } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import type { SignedTokens } from '../../platform/signed-token.ts'
import type { RoomClaim } from './rules.ts'

const minutes = 60_000
/** Long enough for choosing camera and name, and for waiting at the door. */
const lifetime = 30 * minutes
const longest = 200

/** Each kind of claim is signed under a key of its own. */
const kinds = [
  { role: 'host', known: true },
  { role: 'member', known: true },
  { role: 'guest', known: true },
  { role: 'guest', known: false },
] as const satisfies readonly { role: RoomRole; known: boolean }[]
const purposeOf = (role: RoomRole, known: boolean) => `room.claim.${role}${known ? '' : '.page'}`

export interface ClaimParts {
  readonly tokens: SignedTokens
  /** Of which the numbers of people who are signed in are made, 32 bytes. */
  readonly secret: Buffer
  readonly clock: Pick<Clock, 'now'>
}

/**
 * Claims: what somebody may do in one room, for half an hour. Signed for that room's number and under a key of the role,
 * so that none is good for another room or role; beside them only a number that nobody else can link to an account.
 */
export function createClaims({ tokens, secret, clock }: ClaimParts) {
  const numberOf = (room: string, account: string) => {
    const bytes = createHmac('sha256', secret)
      .update(JSON.stringify([room, account]))
      .digest()
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
  }
  return {
    make: (room: string, role: RoomRole, account: string | null): string => {
      const now = clock.now()
      const visitor = account === null ? newId(now) : numberOf(room, account)
      return tokens.sign(purposeOf(role, account !== null), [room, visitor], new Date(now.getTime() + lifetime))
    },
    /** Null for one that was changed, has lapsed, or is of another room. */
    read: (claim: string | null, room: string | null): RoomClaim | null => {
      if (claim === null || room === null || claim.length > longest) return null
      for (const { role, known } of kinds) {
        const [of, visitor] = tokens.read(purposeOf(role, known), claim, clock.now()) ?? []
        if (of === room && visitor !== undefined) return { room, role, visitor, known }
      }
      return null
    },
    /** Of some accounts, the one that a visitor of a room is; null where it is none of them. */
    whoIs: ({ room, visitor }: Pick<RoomClaim, 'room' | 'visitor'>, accounts: readonly string[]): string | null =>
      accounts.find((account) => numberOf(room, account) === visitor) ?? null,
  }
}
