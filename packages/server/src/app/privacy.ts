import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import {
  assertMayServePublicly,
  publishPolicy,
  readController,
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
  const controller = readController(config.policyFile)
  assertMayServePublicly({ ...config, controller })
  const place = { folder: databaseFolder(config), serverUrl: config.databaseUrl }
  const database = await openAppDatabase(place, declarations)
  const published = await publishPolicy({ declarations, controller, db: database.for('operation'), now: clock.now() })
  return {
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
