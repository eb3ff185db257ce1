import type { FastifyInstance } from 'fastify'
import { registerOrganisationRoutes } from '../features/organisations/index.ts'
import { registerRoomRoutes, type Rooms } from '../features/rooms/index.ts'
import { registerAppeal } from '../features/suspension/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { createInvitationPace } from '../platform/invitation-link.ts'
import type { Log } from '../platform/log.ts'
import { openAccounts, openGate, registerAccounts } from './accounts.ts'
import type { openErasure } from './erasure.ts'
import type { openExports } from './exports.ts'
import { membershipsFor, openAudit, openMemberships, openOrganisations } from './organisations.ts'
import { openOwnAccount, openStaffReads } from './own-account.ts'
import type { openPrivacy } from './privacy.ts'
import { accountBehind, closedAt, hasRooms, openRooms } from './rooms.ts'
import type { SignIn } from './sign-in.ts'
import { openSuspensions } from './suspension.ts'
import type { Work } from './work.ts'

interface PeopleParts {
  readonly work: Work
  readonly privacy: Pick<Awaited<ReturnType<typeof openPrivacy>>, 'policy' | 'pages' | 'register'>
  readonly signIn: SignIn
  readonly exports: ReturnType<typeof openExports>['exports']
  readonly erasures: ReturnType<typeof openErasure>['erasures']
  readonly publicUrl: URL
  readonly config: Pick<Config, 'largeRooms' | 'refusedWordsFile'>
  readonly clock: Clock
  readonly log: Log
}

/** What people with an account have here: it, their organisations, their rooms; and who may come to which page. */
export function openPeople({ work, privacy, signIn, publicUrl, config, clock, log, ...parts }: PeopleParts) {
  const { policy, pages, register } = privacy
  const shared = { work, policy, clock }
  const accounts = openAccounts({ ...shared, signIn, publicUrl, log })
  const roles = openMemberships({ work, policy })
  const audit = openAudit(shared)
  const pace = createInvitationPace(clock)
  const suspensions = openSuspensions(shared)
  // Rooms are made after organisations, and do some of what those ask for.
  const made: { rooms: Rooms | null } = { rooms: null }
  const ended = (): void => made.rooms?.refresh()
  const forgetUsage = async (organisation: string, before: Date) => made.rooms?.forgetUses(organisation, before)
  const organisations = openOrganisations({
    ...{ ...shared, accounts, audit, suspensions, publicUrl, pace },
    ...{ ended, forgetUsage },
  })
  work.organisationsBy(organisations)
  const memberships = membershipsFor(roles, organisations)
  const rooms = openRooms({ ...shared, accounts, memberships, audit, suspensions, config, publicUrl, pace })
  made.rooms = rooms
  const staffReads = openStaffReads(shared)
  const own = openOwnAccount({ ...shared, ...parts, register, accounts, rooms, organisations, staffReads, publicUrl })
  return {
    accounts,
    audit,
    organisations,
    rooms,
    own,
    suspensions,
    gate: openGate({ pages, accounts, rooms, roles, suspensions }),
    /** Answers at the address of a room that is closed for good. */
    closed: closedAt(pages, rooms),
    hasRooms: hasRooms(rooms, accountBehind(accounts)),
    /** @param rights whether requests about one's data are taken here */
    register: (server: FastifyInstance, rights: object | null): void => {
      const timeZone = policy.edition?.timeZone ?? 'Europe/Oslo'
      const operator = policy.controller?.name ?? 'Samtale'
      const accountOf = accountBehind(accounts, suspensions)
      registerAccounts(server, { pages, accounts, own, timeZone, rights })
      registerRoomRoutes(server, { pages, rooms, timeZone, publicUrl, clock, accountOf })
      registerOrganisationRoutes(server, { pages, organisations, timeZone, operator })
      registerAppeal(server, { pages, suspensions, timeZone })
    },
  }
}
