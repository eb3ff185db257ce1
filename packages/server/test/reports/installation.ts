import { mkdtempSync, rmSync } from 'node:fs'
import { randomInt } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { declarations } from '../../src/app/personal-data.ts'
import { openReports, reportPace } from '../../src/app/reports.ts'
import { openWork } from '../../src/app/work.ts'
import { createPages } from '../../src/features/pages/index.ts'
import { policyInForce } from '../../src/features/privacy/index.ts'
import { registerReportRoutes, reportRoutes } from '../../src/features/reports/index.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { createLog } from '../../src/platform/log.ts'
import { openAppTestDatabase } from '../db/app-database.ts'
import { createTestHttpServer } from '../http/test-http-server.ts'
import { createTestClock } from '../test-clock.ts'

const controller = {
  name: 'Åsen skole',
  address: 'Åsvegen 1, 7630 Åsen',
  country: 'NO',
  email: 'post@skole.example',
  privacyContact: 'personvern@skole.example',
}
const dayMs = 86_400_000

/** For tests: an installation under the default profile that takes reports, on no port. */
export async function openReportInstallation() {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-reports-'))
  const clock = createTestClock()
  const log = createLog('error', () => {})
  const config = readConfig({
    SAMTALE_DATA_DIR: folder,
    SAMTALE_PUBLIC_URL: 'https://skole.example',
    SAMTALE_MAIL_FROM: 'post@skole.example',
  })
  const inForce = policyInForce({ file: null, system: declarations, today: '2026-06-01' })
  const policy = { ...inForce.policy, controller }
  const database = await openAppTestDatabase(policy.processings)
  const work = await openWork({ config, policy, policyHash: 'x', database, clock, log, consentedAt: async () => null })
  const reports = openReports({ work, policy, publicUrl: config.publicUrl, clock })
  if (reports === null) throw new Error('The default profile takes reports.')
  const { server } = createTestHttpServer(reportRoutes, { trustProxy: ['127.0.0.1'] })
  registerReportRoutes(server, { pages: createPages({ footer: [] }), reports, pace: reportPace(clock) })
  await server.ready()
  return {
    reports,
    /** Sends a report from a network address, another one each time where none is given. */
    report: (body: object, from = [10, randomInt(256), randomInt(256), randomInt(256)].join('.')) =>
      server.inject({ method: 'POST', url: '/api/v1/reports', payload: body, headers: { 'x-forwarded-for': from } }),
    mails: async () => {
      await work.runDue()
      const files = (await work.outbox.list()).toReversed()
      return Promise.all(files.map(async ({ name }) => PostalMime.parse((await work.outbox.read(name)) ?? '')))
    },
    /** Days go by, and what is due is done. */
    later: async (days: number): Promise<void> => {
      clock.advance(days * dayMs)
      await work.runDue()
    },
    close: async () => {
      await server.close()
      await work.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type ReportInstallation = Awaited<ReturnType<typeof openReportInstallation>>
