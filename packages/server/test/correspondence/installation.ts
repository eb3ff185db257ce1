import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Policy } from '@samtale/policy'
import PostalMime, { type Email } from 'postal-mime'
import { openCorrespondence } from '../../src/app/correspondence.ts'
import { declarations } from '../../src/app/personal-data.ts'
import { openWork } from '../../src/app/work.ts'
import { mailKinds } from '../../src/app/mail-kinds.ts'
import { policyInForce } from '../../src/features/privacy/index.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { JobRunner } from '../../src/platform/jobs/runner.ts'
import { createLog } from '../../src/platform/log.ts'
import { mailJobs } from '../../src/platform/mail/jobs.ts'
import type { MailTables } from '../../src/platform/mail/tables.ts'
import { createSendMail } from '../../src/platform/mail/send-mail.ts'
import { openAppTestDatabase } from '../db/app-database.ts'
import { createTestClock } from '../test-clock.ts'

const controller = {
  name: 'Åsen skole',
  address: 'Åsvegen 1, 7630 Åsen',
  country: 'NO',
  email: 'post@skole.example',
  privacyContact: 'personvern@skole.example',
}

/** For tests: an installation under the default profile, or what is made of it, with its own database, keys and outbox. */
export async function openLetterInstallation(change: (policy: Policy) => Policy = (policy) => policy) {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-letters-'))
  const clock = createTestClock()
  const lines: string[] = []
  const log = createLog('debug', (line) => lines.push(line))
  const config = readConfig({
    SAMTALE_DATA_DIR: folder,
    SAMTALE_PUBLIC_URL: 'https://skole.example',
    SAMTALE_MAIL_FROM: 'post@skole.example',
  })
  const inForce = policyInForce({ file: null, system: declarations, today: '2026-06-01' })
  const policy = change({ ...inForce.policy, controller })
  const database = await openAppTestDatabase(policy.processings)
  const options = { config, policy, policyHash: 'x', database, clock, log, consentedAt: async () => null }
  const work = await openWork(options)
  const parts = { work, policy, publicUrl: config.publicUrl, clock }
  const { writers, desk } = openCorrespondence(parts)
  if (writers === null || desk === null) throw new Error('The default profile takes letters.')
  const sending = { kinds: mailKinds, senders: config.mail.senders, delivery: work.outbox }
  const send = new JobRunner<typeof mailJobs, MailTables>({
    database,
    jobs: mailJobs,
    handlers: { 'mail.send': createSendMail({ ...sending, seals: work.seals, clock }), 'mail.sweep': async () => {} },
    clock,
    log,
  })
  return {
    database,
    work,
    policy,
    writers,
    desk,
    clock,
    lines,
    parts,
    /** Sends what waits; gives everything that was ever sent, as the outbox has it, oldest first. */
    mails: async (): Promise<(Email & { raw: string })[]> => {
      await send.runDue()
      const files = (await work.outbox.list()).toReversed()
      return Promise.all(
        files.map(async ({ name }) => {
          const raw = (await work.outbox.read(name)) ?? Buffer.alloc(0)
          return { ...(await PostalMime.parse(raw)), raw: raw.toString('utf8') }
        }),
      )
    },
    close: async () => {
      await work.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
