import type { Policy } from '@samtale/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createNameCheck, createRooms, hasRooms, type Memberships } from '../features/rooms/index.ts'
import type { Clock } from '../platform/clock.ts'
import { cookiesOf, passCookies } from '../platform/http/cookie-jar.ts'
import type { openAccounts } from './accounts.ts'
import type { Work } from './work.ts'

/** What rooms are made of here. */
interface RoomParts {
  readonly work: Pick<Work, 'database' | 'seals' | 'tokens'>
  readonly policy: Policy
  readonly memberships: Memberships
  readonly clock: Clock
}

/** Rooms one account can have, and rooms one organisation can have. */
const mostRooms = { account: 500, organisation: 20_000 } as const

/** Rooms over the records of this installation; null while the policy in force has none. */
export function openRooms({ work, policy, memberships, clock }: RoomParts) {
  if (!hasRooms(policy)) return null
  const { database, seals, tokens } = work
  return createRooms({
    ...{ database, seals, tokens, memberships, clock, mostRooms },
    secret: seals.secret('room.visitors'),
    checkName: createNameCheck(),
    largeAllowed: true,
    timeZone: policy.edition?.timeZone ?? 'Europe/Oslo',
  })
}

/** The account behind a request on a page that is open to everybody. */
export function accountBehind(accounts: ReturnType<typeof openAccounts>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string | null> => {
    if (accounts === null) return null
    const { who, cookies } = await accounts.sessions.find(cookiesOf(request))
    passCookies(reply, cookies)
    return who === null || who.waiting ? null : who.account
  }
}
