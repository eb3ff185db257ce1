import type { FastifyInstance } from 'fastify'
import type { BackupContext } from '../features/backup/index.ts'
import { registerCorrespondenceRoutes } from '../features/correspondence/index.ts'
import { registerErasureRoutes } from '../features/erasure/index.ts'
import type { List } from '../features/lists/index.ts'
import type { PolicyContext } from '../features/privacy/index.ts'
import { registerReportRoutes } from '../features/reports/index.ts'
import { createRetention } from '../features/retention/index.ts'
import { registerRightsRoutes } from '../features/rights/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import type { Log } from '../platform/log.ts'
import { openCorrespondence } from './correspondence.ts'
import { openErasure } from './erasure.ts'
import { openExports } from './exports.ts'
import { isAwake, openLists, registerLists } from './lists.ts'
import { atRest, openOperator, type OperatorOptions, type Running } from './operator.ts'
import { openPeople } from './people.ts'
import type { openPrivacy } from './privacy.ts'
import { openReports, reportPace } from './reports.ts'
import { openRights } from './rights.ts'
import type { SignIn } from './sign-in.ts'
import type { Work } from './work.ts'

interface FeatureParts {
  work: Work
  backups: BackupContext['backups']
  privacy: Pick<Awaited<ReturnType<typeof openPrivacy>>, 'policy' | 'publication' | 'pages' | 'formPace' | 'register'>
  signIn: SignIn
  publicUrl: URL
  config: OperatorOptions['config'] & Pick<Config, 'largeRooms' | 'refusedWordsFile'>
  policyCommands: PolicyContext
  clock: Clock
  log: Log
}

/** The features that keep something about people who write to us or sign up, over the records and the mail. */
export function openFeatures(parts: FeatureParts) {
  const opened = openAll(parts)
  const { letters, erasure, people, rights, operator, retention } = opened
  const { rooms, gate, closed, hasRooms } = people
  const { policy } = parts.privacy
  return {
    /** What the operator's commands work with. */
    forCommands: opened.forCommands,
    /** Where the first operator comes in; null where there is one. */
    firstRunAt: operator.firstRunAt,
    retention,
    ...{ rooms, gate, closed, hasRooms },
    /** What sample people of a demonstration do. */
    forDemo: {
      writers: letters.writers,
      desk: letters.desk,
      signUps: letters.signUps,
      rights,
      isAwake: (list: List) => isAwake(list, policy),
    },
    /** Whether a hold should have been looked at again by now. */
    overdueHolds: async (): Promise<boolean> => (await erasure.recordDesk.holdsDue()) > 0,
    /** Whether an authority should have been told of a breach by now. */
    anyBreachOverdue: () => parts.work.breach.breaches.anyOverdue(),
    /** Whether a request should have been answered by now. */
    anyLate: async (): Promise<boolean> => (await rights?.anyLate()) ?? false,
    /** Registers their pages; those that the policy has nothing to say of answer 404. */
    register: (server: FastifyInstance, running: Running = atRest): void => {
      const { pages, formPace: pace } = parts.privacy
      const timeZone = policy.edition?.timeZone ?? 'Europe/Oslo'
      registerLists(server, { pages, signUps: letters.signUps, policy, pace })
      registerRightsRoutes(server, { pages, rights, policy, pace })
      registerReportRoutes(server, { pages, reports: letters.reports, pace: reportPace(parts.clock) })
      registerErasureRoutes(server, { ...erasure, pages, pace })
      registerCorrespondenceRoutes(server, { pages, writers: letters.writers, pace, timeZone })
      people.register(server, rights)
      operator.register(server, running)
    },
  }
}

/** All of them, each over those before it. */
function openAll(parts: FeatureParts) {
  const { work, privacy, publicUrl, config, clock, log } = parts
  const { policy, pages } = privacy
  const letters = openLetters(parts)
  const erasure = openErasure({ work, privacy, publicUrl, clock })
  const retention = createRetention({ records: work.records, policy, clock })
  const handOver = openExports({ work, privacy, publicUrl, clock })
  const people = openPeople({ ...parts, exports: handOver.exports, erasures: erasure.erasures })
  const rights = openRights({
    ...{ work, privacy, publicUrl, clock, log, ...handOver, ...erasure },
    signUps: letters.signUps,
    tickets: letters.desk,
    correctAccount: people.own?.correct ?? null,
  })
  const operator = openOperator({
    ...{ work, policy, pages, retention, clock, config },
    ...people,
    reports: letters.reports,
    recordDesk: erasure.recordDesk,
    context: () => forCommands,
  })
  const forCommands = {
    operators: operator.desk,
    ...parts.policyCommands,
    tickets: letters.desk,
    sendToList: letters.sendToList,
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
  return { letters, erasure, people, rights, operator, retention, forCommands }
}

/** What people without an account write to us: on lists, in letters, in reports. */
function openLetters({ work, privacy, publicUrl, clock }: FeatureParts) {
  const { policy, register } = privacy
  return {
    ...openLists({ work, register, publicUrl, clock }),
    ...openCorrespondence({ work, policy, publicUrl, clock }),
    reports: openReports({ work, policy, publicUrl, clock }),
  }
}
