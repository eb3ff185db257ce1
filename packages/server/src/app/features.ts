import type { BackupContext } from '../features/backup/index.ts'
import type { FastifyInstance } from 'fastify'
import { registerCorrespondenceRoutes } from '../features/correspondence/index.ts'
import type { List } from '../features/lists/index.ts'
import { registerErasureRoutes } from '../features/erasure/index.ts'
import type { PolicyContext } from '../features/privacy/index.ts'
import { createRetention } from '../features/retention/index.ts'
import { registerOrganisationRoutes } from '../features/organisations/index.ts'
import { registerReportRoutes } from '../features/reports/index.ts'
import { registerRightsRoutes } from '../features/rights/index.ts'
import { registerAppeal } from '../features/suspension/index.ts'
import { registerRoomRoutes } from '../features/rooms/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import type { Log } from '../platform/log.ts'
import { openAccounts, openGate, registerAccounts } from './accounts.ts'
import { openCorrespondence } from './correspondence.ts'
import { openErasure } from './erasure.ts'
import { openExports } from './exports.ts'
import { isAwake, openLists, registerLists } from './lists.ts'
import type { openPrivacy } from './privacy.ts'
import { atRest, openOperator, type OperatorOptions, type Running } from './operator.ts'
import { openReports, reportPace } from './reports.ts'
import { membershipsFor, openAudit, openMemberships, openOrganisations } from './organisations.ts'
import { openOwnAccount, openStaffReads } from './own-account.ts'
import { openRights } from './rights.ts'
import { accountBehind, closedAt, hasRooms, openRooms } from './rooms.ts'
import type { SignIn } from './sign-in.ts'
import { openSuspensions } from './suspension.ts'
import type { Work } from './work.ts'

/** The features that keep something about people who write to us or sign up, over the records and the mail. */
export function openFeatures(parts: {
  work: Work
  backups: BackupContext['backups']
  privacy: Pick<Awaited<ReturnType<typeof openPrivacy>>, 'policy' | 'publication' | 'pages' | 'formPace' | 'register'>
  signIn: SignIn
  publicUrl: URL
  config: OperatorOptions['config'] & Pick<Config, 'largeRooms' | 'refusedWordsFile'>
  policyCommands: PolicyContext
  clock: Clock
  log: Log
}) {
  const { work, privacy, signIn, publicUrl, clock, log } = parts
  const { policy, pages, formPace: pace, register } = privacy
  const { signUps, sendToList } = openLists({ work, register, publicUrl, clock })
  const { writers, desk } = openCorrespondence({ work, policy, publicUrl, clock })
  const erasure = openErasure({ work, privacy, publicUrl, clock })
  const reports = openReports({ work, policy, publicUrl, clock })
  const retention = createRetention({ records: work.records, policy, clock })
  const handOver = openExports({ work, privacy, publicUrl, clock })
  const accounts = openAccounts({ work, policy, signIn, publicUrl, clock, log })
  const roles = openMemberships({ work, policy })
  const audit = openAudit({ work, policy, clock })
  const organisations = openOrganisations({ work, policy, accounts, audit, publicUrl, clock })
  work.organisationsBy(organisations)
  const rooms = openRooms({
    work,
    policy,
    memberships: membershipsFor(roles, organisations),
    audit,
    config: parts.config,
    clock,
  })
  const staffReads = openStaffReads({ work, policy, clock })
  const own = openOwnAccount({
    ...{ work, policy, register, accounts, rooms, staffReads, publicUrl, clock },
    exports: handOver.exports,
    erasures: erasure.erasures,
  })
  const rights = openRights({
    ...{ work, privacy, signUps, publicUrl, clock, log, ...handOver, ...erasure },
    tickets: desk,
    correctAccount: own?.correct ?? null,
  })
  const suspensions = openSuspensions({ work, policy, clock })
  const operator = openOperator({
    ...{ work, policy, pages, accounts, audit, reports, retention, suspensions, rooms, clock, config: parts.config },
    recordDesk: erasure.recordDesk,
    context: () => forCommands,
  })
  const forCommands = {
    operators: operator.desk,
    ...parts.policyCommands,
    tickets: desk,
    sendToList,
    isAwake: (list: List) => isAwake(list, policy),
    ...erasure.forCommands,
    retention,
    ...handOver,
    ...work.breach.forCommands,
    rights,
    backups: parts.backups,
    mailQueue: work.mailQueue,
    keys: work.seals,
    existing: work.records.existing,
  }
  return {
    /** What the operator's commands work with. */
    forCommands,
    /** Where the first operator comes in; null where there is one. */
    firstRunAt: operator.firstRunAt,
    retention,
    gate: openGate({ pages, accounts, rooms, roles, suspensions }),
    rooms,
    closed: closedAt(pages, rooms),
    hasRooms: hasRooms(rooms, accountBehind(accounts)),
    /** What sample people of a demonstration do. */
    forDemo: { writers, desk, signUps, rights, isAwake: (list: List) => isAwake(list, policy) },
    /** Whether a hold should have been looked at again by now. */
    overdueHolds: async (): Promise<boolean> => (await erasure.recordDesk.holdsDue()) > 0,
    /** Whether an authority should have been told of a breach by now. */
    anyBreachOverdue: () => work.breach.breaches.anyOverdue(),
    /** Whether a request should have been answered by now. */
    anyLate: async (): Promise<boolean> => (await rights?.anyLate()) ?? false,
    /** Registers their pages; those that the policy has nothing to say of answer 404. */
    register: (server: FastifyInstance, running: Running = atRest): void => {
      registerLists(server, { pages, signUps, policy, pace })
      const timeZone = policy.edition?.timeZone ?? 'Europe/Oslo'
      registerRightsRoutes(server, { pages, rights, policy, pace })
      registerReportRoutes(server, { pages, reports, pace: reportPace(clock) })
      registerAccounts(server, { pages, accounts, own, timeZone, rights })
      registerRoomRoutes(server, {
        pages,
        rooms,
        timeZone,
        publicUrl,
        clock,
        accountOf: accountBehind(accounts, suspensions),
      })
      registerOrganisationRoutes(server, {
        pages,
        organisations,
        timeZone,
        operator: policy.controller?.name ?? 'Samtale',
      })
      operator.register(server, running)
      registerAppeal(server, { pages, suspensions, timeZone })
      registerErasureRoutes(server, { ...erasure, pages, pace })
      registerCorrespondenceRoutes(server, { pages, writers, pace, timeZone })
    },
  }
}
