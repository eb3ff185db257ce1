import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'
import { createAddressPace } from './http/address-pace.ts'
import { newId } from './ids.ts'
import { reveal, type Personal } from './personal.ts'

const lastsMs = 7 * 24 * 3_600_000
/** An address gets no second mail about the same thing sooner. */
const againMs = 10 * 60_000

/** A link that somebody is invited by: 256 random bits, of which the database has a keyed hash. It counts for a week. */
export function newInvitationLink(at: Date) {
  return {
    id: newId(at),
    token: randomBytes(32).toString('hex'),
    expiresAt: new Date(at.getTime() + lastsMs),
  }
}

/** Whether a mail about the same thing went to an address just now. */
export function isTooSoon(sentAt: Date, now: Date): boolean {
  return sentAt.getTime() > now.getTime() - againMs
}

/** An address as somebody who knows it recognises it, and nobody else learns it. */
export function maskedAddress(address: Personal<string>): string {
  const [local = '', domain = ''] = reveal(address).split('@')
  return `${local.slice(0, 1)}…@${domain}`
}

/**
 * How often invitations may be sent, so that they are no way to fill somebody's mailbox: to one address, whoever invites
 * and to whatever, five at once and then one in two hours; by one account sixty at once and then one in six minutes.
 */
export function createInvitationPace(clock: Clock) {
  const toAddress = createAddressPace({ burst: 5, perSecond: 1 / 7_200 }, clock)
  const byAccount = createAddressPace({ burst: 60, perSecond: 1 / 360 }, clock)
  return {
    take: (account: string, address: Personal<string>): boolean =>
      byAccount.take(account) && toAddress.take(reveal(address).trim().toLowerCase()),
  }
}

export type InvitationPace = ReturnType<typeof createInvitationPace>
