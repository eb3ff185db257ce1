import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DatabaseTables } from '../../src/app/database.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { Engine } from '../../src/platform/db/engine.ts'
import { newId } from '../../src/platform/ids.ts'
import { createJobQueue } from '../../src/platform/jobs/queue.ts'
import { JobRunner } from '../../src/platform/jobs/runner.ts'
import { createLog } from '../../src/platform/log.ts'
import type { Delivery } from '../../src/platform/mail/delivery.ts'
import { mailJobs } from '../../src/platform/mail/jobs.ts'
import type { MailKinds } from '../../src/platform/mail/kinds.ts'
import { createMailer, type Mailer } from '../../src/platform/mail/mailer.ts'
import { openOutbox, type Outbox } from '../../src/platform/mail/outbox.ts'
import type { Senders } from '../../src/platform/mail/senders.ts'
import { createSendMail } from '../../src/platform/mail/send-mail.ts'
import { createSweepMail } from '../../src/platform/mail/sweep-mail.ts'
import { openSeals } from '../../src/platform/seals/open-seals.ts'
import type { Seals } from '../../src/platform/seals/seals.ts'
import { openAppTestDatabase } from '../db/app-database.ts'
import { createTestClock, type TestClock } from '../test-clock.ts'
import { sampleKinds } from './sample-kinds.ts'

const senders: Senders = {
  transactional: { from: { name: 'Åsen skole', address: 'post@skole.example' }, returnPath: 'post@skole.example' },
  news: { from: { name: 'Åsen skole', address: 'news@skole.example' }, returnPath: 'news@skole.example' },
  breach: { from: { name: 'Åsen skole', address: 'breach@skole.example' }, returnPath: 'breach@skole.example' },
}

/** For tests: database, keys, outbox and clock of an installation that sends the sample mails. */
export interface MailInstallation {
  readonly database: Database<DatabaseTables>
  readonly seals: Seals
  readonly outbox: Outbox
  readonly outboxFolder: string
  readonly clock: TestClock
  readonly mailer: Mailer<typeof sampleKinds, DatabaseTables>
  /** The same under a policy that keeps nobody's refusals. */
  readonly forgetfulMailer: Mailer<typeof sampleKinds, DatabaseTables>
  /** When who agreed to what, by record and consent. */
  readonly agreed: Map<string, Date>
  /** Lines of the log. */
  readonly lines: string[]
  /** A process of it, which delivers into the outbox unless told otherwise. */
  node(given?: {
    delivery?: Delivery
    clock?: TestClock
    kinds?: MailKinds
  }): JobRunner<typeof mailJobs, DatabaseTables>
  newRecord(): Promise<string>
  erase(record: string): Promise<void>
  /** Leaves nothing of a test to the next. */
  empty(): Promise<void>
  close(): Promise<void>
}

export async function openMailInstallation(engine?: Engine): Promise<MailInstallation> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtale-mail-'))
  const clock = createTestClock()
  const mail = { purpose: 'service-notice', categories: ['mail.address', 'mail.suppression'] } as const
  const newsletter = { purpose: 'newsletter', categories: ['newsletter'] } as const
  const database = await openAppTestDatabase({ mail, newsletter }, engine)
  const seals = await openSeals({ keysFolder: path.join(folder, 'keys'), kekFile: path.join(folder, 'kek'), clock })
  const outboxFolder = path.join(folder, 'outbox')
  const outbox = openOutbox(outboxFolder)
  const agreed = new Map<string, Date>()
  const lines: string[] = []
  const parts = { database, seals, outbox, outboxFolder, clock, agreed, lines }
  return {
    ...parts,
    mailer: mailerOf(parts, true),
    forgetfulMailer: mailerOf(parts, false),
    node: (given = {}) => nodeOf(parts, given),
    newRecord: async () => {
      const id = newId(clock.now())
      await database.for('service-notice').insertInto('record').values({ id, kind: 'ticket' }).execute()
      return id
    },
    erase: async (record) => {
      const storage = database.for('storage')
      await storage.deleteFrom('mail').where('record_id', '=', record).execute()
      await storage.deleteFrom('record').where('id', '=', record).execute()
      await seals.destroyRecords([record])
      await outbox.remove((file) => file.record === record)
    },
    empty: () => empty(parts),
    close: async () => {
      await seals.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Parts = Pick<MailInstallation, 'database' | 'seals' | 'outbox' | 'outboxFolder' | 'clock' | 'agreed' | 'lines'>

function mailerOf({ seals, clock, agreed }: Parts, suppresses: boolean): MailInstallation['mailer'] {
  return createMailer<typeof sampleKinds, DatabaseTables>({
    kinds: sampleKinds,
    senders,
    senderName: 'Åsen skole',
    publicUrl: new URL('https://skole.example'),
    seals,
    jobs: createJobQueue(mailJobs, clock),
    clock,
    suppresses,
    consentedAt: async (_transaction, consent, record) => agreed.get(`${record} ${consent}`) ?? null,
  })
}

function nodeOf(
  { database, seals, outbox, lines, ...parts }: Parts,
  { kinds = sampleKinds, delivery = outbox, clock = parts.clock }: Parameters<MailInstallation['node']>[0] = {},
): JobRunner<typeof mailJobs, DatabaseTables> {
  const handlers = {
    'mail.send': createSendMail({ kinds, senders, seals, delivery, clock }),
    'mail.sweep': createSweepMail({ jobs: createJobQueue(mailJobs, clock), outbox, clock, expireBefore: weekBefore }),
  }
  const log = createLog('debug', (line) => lines.push(line))
  return new JobRunner<typeof mailJobs, DatabaseTables>({ database, jobs: mailJobs, handlers, clock, log })
}

async function empty({ database, outboxFolder, agreed, lines }: Parts): Promise<void> {
  for (const table of ['mail', 'mail_suppression', 'record'] as const)
    await database.for('storage').deleteFrom(table).execute()
  await database.for('operation').deleteFrom('job').execute()
  rmSync(outboxFolder, { recursive: true, force: true })
  agreed.clear()
  lines.splice(0)
}

function weekBefore(now: Date): Date {
  return new Date(now.getTime() - 7 * 86_400_000)
}
