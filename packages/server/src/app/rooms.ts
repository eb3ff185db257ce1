import { readFileSync } from 'node:fs'
import type { Policy } from '@samtale/policy'
import { canonicalRoomName } from '@samtale/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pages } from '../features/pages/index.ts'
import {
  closedPage,
  createNameCheck,
  createRooms,
  hasMembers,
  hasRooms as knowsRooms,
  type Memberships,
  type RoomParts as Parts,
  type Rooms,
} from '../features/rooms/index.ts'
import type { Suspensions } from '../features/suspension/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { cookiesOf, passCookies } from '../platform/http/cookie-jar.ts'
import { createInvitationPace, type InvitationPace } from '../platform/invitation-link.ts'
import { StartupError } from '../platform/startup-error.ts'
import type { openAccounts } from './accounts.ts'
import { recordsOf, type openAudit } from './organisations.ts'
import type { Work } from './work.ts'

/** What rooms are made of here. */
interface RoomParts {
  readonly work: Pick<Work, 'database' | 'seals' | 'tokens' | 'mailer' | 'records'>
  readonly policy: Policy
  readonly config?: Pick<Config, 'largeRooms' | 'refusedWordsFile'>
  readonly memberships: Memberships
  readonly suspensions?: Pick<Suspensions, 'isClosed'> | null
  readonly audit?: ReturnType<typeof openAudit>
  /** With neither, nobody is let in by name. */
  readonly accounts?: ReturnType<typeof openAccounts>
  readonly publicUrl?: URL
  readonly pace?: InvitationPace
  readonly clock: Clock
}

const usual = { largeRooms: true, refusedWordsFile: null }

/** Rooms one account can have, and rooms one organisation can have. */
const mostRooms = { account: 500, organisation: 20_000 } as const

/** Rooms over the records of this installation; null while the policy in force has none. */
export function openRooms(parts: RoomParts) {
  const { work, policy, memberships, audit = null, suspensions, config = usual, clock } = parts
  if (!knowsRooms(policy)) return null
  const { database, seals, tokens } = work
  return createRooms({
    ...{ database, seals, tokens, memberships, audit, clock, mostRooms },
    isOwnerClosed: async (organisation) => (await suspensions?.isClosed('organisation', organisation)) ?? false,
    isAccountClosed: async (account) => (await suspensions?.isClosed('account', account)) ?? false,
    members: membersOf(parts),
    secret: seals.secret('room.visitors'),
    checkName: createNameCheck(wordsIn(config.refusedWordsFile)),
    largeAllowed: config.largeRooms,
    timeZone: policy.edition?.timeZone ?? 'Europe/Oslo',
  })
}

/** What people are let in to rooms by name with; null while the policy in force has nothing on it. */
function membersOf({ work, policy, accounts = null, publicUrl, clock, pace }: RoomParts): Parts['members'] {
  if (accounts === null || publicUrl === undefined || !hasMembers(policy)) return null
  const { peopleOf } = accounts
  const records = recordsOf(work)
  return { peopleOf, mailer: work.mailer, records, publicUrl, pace: pace ?? createInvitationPace(clock) }
}

/** One a line. @throws StartupError `config.invalid` */
function wordsIn(file: string | null): string[] {
  if (file === null) return []
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .map((word) => word.trim())
      .filter((word) => word !== '')
  } catch {
    throw new StartupError('config.invalid', 'SAMTALE_REFUSED_WORDS takes a file that can be read.')
  }
}

/** The account behind a request on a page that is open to everybody. */
export function accountBehind(
  accounts: ReturnType<typeof openAccounts>,
  suspensions: Pick<Suspensions, 'isClosed'> | null = null,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string | null> => {
    if (accounts === null) return null
    const { who, cookies } = await accounts.sessions.find(cookiesOf(request))
    passCookies(reply, cookies)
    if (who === null || who.waiting) return null
    // Whoever's account is closed comes as a guest.
    return (await suspensions?.isClosed('account', who.account)) === true ? null : who.account
  }
}

/** Answers at the address of a room that is gone or over: 410, also without script. */
export function closedAt(pages: Pages, rooms: Pick<Rooms, 'rulesOf'> | null) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | null> => {
    const [path = ''] = request.url.split('?')
    const name = canonicalRoomName(decodeURIComponent(path.slice(1)))
    if (rooms === null || !name.ok) return null
    const { status } = await rooms.rulesOf(name.name)
    if (status !== 'gone' && status !== 'ended') return null
    return pages.send(request, reply, closedPage(status, pages.languageOf(request)))
  }
}

/** Whether somebody who is signed in asks, where there are rooms. */
export function hasRooms(rooms: Rooms | null, accountOf: ReturnType<typeof accountBehind>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> =>
    rooms !== null && (await accountOf(request, reply)) !== null
}
