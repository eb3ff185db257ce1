import path from 'node:path'
import { isError } from '@samtale/policy'
import type { FastifyInstance } from 'fastify'
import {
  assertMayServePublicly,
  isOwnMachine,
  policyInForce,
  publishPolicy,
  refuseContradictions,
  registerPrivacyRoutes,
} from '../features/privacy/index.ts'
import { createPages, registerPageAssets } from '../features/pages/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import { declaredCookies } from '../platform/http/cookies.ts'
import { openAppDatabase } from './database.ts'
import { declarations } from './personal-data.ts'

/** Where the embedded database lies. */
export function databaseFolder(config: Pick<Config, 'dataDir'>): string {
  return path.join(config.dataDir, 'db')
}

const footer = [{ href: '/privacy', label: { en: 'Privacy', nb: 'Personvern', sv: 'Integritet' } }]

/**
 * Opens the database and puts the policy into effect; without both, nothing is served.
 * @throws StartupError `policy.*`, `controller.identity.missing`, `db.*`
 */
export async function openPrivacy(config: Config, clock: Clock) {
  const inForce = policyInForce({ file: config.policyFile, system: declarations, today: isoDay(clock.now()) })
  const { policy } = inForce
  assertMayServePublicly({ ...config, controller: policy.controller })
  if (!isOwnMachine(config)) refuseContradictions(inForce)
  const place = { folder: databaseFolder(config), serverUrl: config.databaseUrl }
  const database = await openAppDatabase(place, policy)
  const published = await publishPolicy({ policy, database, now: clock.now() })
  return {
    /** Findings of a policy that is tried out on one's own machine: what they refuse is neither said nor done. */
    refused: inForce.findings.filter(isError).filter(({ code }) => code !== 'controller.identity.missing').length,
    policy,
    databaseAnswers: database.answers,
    close: database.close,
    storage: published.policy.storage,
    httpPolicy: { cookies: declaredCookies(published.policy.storage), recipients: published.policy.recipients },
    registerRoutes: (server: FastifyInstance) => {
      registerPageAssets(server)
      registerPrivacyRoutes(server, createPages({ footer }), published)
    },
  }
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
