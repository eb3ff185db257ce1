import path from 'node:path'
import type { Policy } from '@samtale/policy'
import { addDuration, subtractDuration } from '@samtale/policy/time'
import { createBreachJobs } from '../features/breach/index.ts'
import { createAccountJobs, createSettingsJobs, type SettingsWork } from '../features/accounts/index.ts'
import { finishRestore } from '../features/backup/index.ts'
import { createOrganisationJobs, type Organisations } from '../features/organisations/index.ts'
import { controllerSecret, createTell } from '../features/privacy/index.ts'
import { createRecordJobs, openRecords, type Records } from '../features/records/index.ts'
import { createRoomJobs } from '../features/rooms/index.ts'
import { createRightsJobs, type Rights } from '../features/rights/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import type { Database } from '../platform/db/database.ts'
import { createForgetJobs } from '../platform/jobs/forget.ts'
import type { JobHandlers, QueuedName } from '../platform/jobs/catalogue.ts'
import { createJobQueue, type JobQueue } from '../platform/jobs/queue.ts'
import { JobRunner } from '../platform/jobs/runner.ts'
import type { Log } from '../platform/log.ts'
import { agreedKinds } from '../platform/mail/lint.ts'
import { createMailQueue } from '../platform/mail/mail-queue.ts'
import { createMailer, type Mailer } from '../platform/mail/mailer.ts'
import { openOutbox, type Outbox } from '../platform/mail/outbox.ts'
import { named } from '../platform/mail/senders.ts'
import { createSendMail } from '../platform/mail/send-mail.ts'
import { createSmtpDelivery } from '../platform/mail/smtp.ts'
import { createSweepMail, sweepOutbox } from '../platform/mail/sweep-mail.ts'
import { mailCategory, mailPurpose, suppressionCategory } from '../platform/mail/tables.ts'
import { createSignedTokens } from '../platform/signed-token.ts'
import { createKeyJobs } from '../platform/seals/jobs.ts'
import type { Seals } from '../platform/seals/seals.ts'
import { ledgerFile } from './backup.ts'
import { openBreaches } from './breach.ts'
import type { DatabaseTables } from './database.ts'
import { recordKinds } from './record-kinds.ts'
import { addressBooks } from './address-books.ts'
import { jobs } from './jobs.ts'
import { openKeys } from './keys.ts'
import { mailKinds } from './mail-kinds.ts'
import { retentionNotices } from './retention-notices.ts'

export interface WorkOptions {
  config: Pick<Config, 'dataDir' | 'publicUrl' | 'mail' | 'keysFolder' | 'keysDatabaseUrl' | 'kekFile' | 'kekDays'>
  policy: Policy
  database: Database<DatabaseTables>
  clock: Clock
  log: Log
  /** Recognises the policy in force. */
  policyHash: string
  /** Opened here, where they aren't given. They are closed with the rest. */
  seals?: Seals
  /** When the person of a record gave a consent that still counts. */
  consentedAt: Parameters<typeof createMailer<typeof mailKinds, DatabaseTables>>[0]['consentedAt']
}

/** What is made after the work, and does some of it. */
interface Made {
  rights: Pick<Rights, 'carryOut' | 'escalate'> | null
  settings: SettingsWork | null
  organisations: Pick<Organisations, 'settle'> | null
}

export type Work = Awaited<ReturnType<typeof openWork>>

/** What a job that is running is given to end, in milliseconds. */
const endWithinMs = 4_000

/**
 * Opens the keys, the mail and the jobs of an installation. What is due runs from `start` on.
 * @throws StartupError any of `keys.*`
 */
export async function openWork(options: WorkOptions) {
  const { config, policy, policyHash, database, clock, log, consentedAt } = options
  const seals = options.seals ?? (await openKeys(config, clock, log))
  const outbox = openOutbox(path.join(config.dataDir, 'outbox'))
  const queue = createJobQueue(jobs, clock)
  const mail = mailParts(config, policy)
  const mailer = createMailer<typeof mailKinds, DatabaseTables>({ ...mail, seals, jobs: queue, clock, consentedAt })
  const tokens = createSignedTokens(seals.secret('signed-tokens'))
  const records = await openRecords({
    database,
    policy,
    policyHash,
    kinds: recordKinds,
    seals,
    ledgerFile: ledgerFile(config),
    removeFiles: (gone) => removeMailOf(outbox, gone),
    prepareNotices: retentionNotices({ database, seals, mailer, tokens, policy, publicUrl: config.publicUrl, clock }),
    clock,
  })
  const outboxFolder = path.join(config.dataDir, 'outbox')
  const ledger = await finishRestore({ dataDir: config.dataDir, database, records, seals, outboxFolder, clock })
  const breach = openBreaches({ database, policy, seals, mailer, queue, clock, log })
  // What works over all this is made after it, and before anything runs.
  const made: Made = { rights: null, settings: null, organisations: null }
  const handlers = jobHandlers({ ...options, seals, mail, mailer, queue, outbox, records, breach, made })
  const runner = new JobRunner<typeof jobs, DatabaseTables>({ database, jobs, handlers, clock, log })
  return {
    database,
    seals,
    records,
    breach,
    /** How its ledger came about at this start. */
    ledger,
    tokens,
    outbox,
    mailer,
    mailQueue: createMailQueue({ database, jobs: queue, clock, end: mailEnd(policy) }),
    queue,
    ...handedOn(made),
    /** Runs what is due now, and ends. */
    runDue: () => runner.runDue(),
    start: async () => {
      // Files of records that went while this node didn't run, or through another one.
      await sweepOutbox(outbox, database, clock.now())
      await runner.start()
    },
    close: async () => {
      await runner.stop(endWithinMs)
      await seals.close()
    },
  }
}

/** What is done by what is made later. */
function handedOn(made: Made) {
  return {
    /** Has requests carried out by whoever does it. */
    carryOutBy: (rights: Made['rights']): void => {
      made.rights = rights
    },
    /** Has done what settings of accounts need done. */
    settingsBy: (settings: SettingsWork): void => {
      made.settings = settings
    },
    /** Has organisations looked at that nobody owns. */
    organisationsBy: (organisations: Made['organisations']): void => {
      made.organisations = organisations
    },
  }
}

function removeMailOf(outbox: Outbox, gone: readonly { readonly record: string }[]): Promise<void> {
  const whose = new Set(gone.map(({ record }) => record))
  return outbox.remove((file) => whose.has(file.record))
}

/** What does each job. */
function jobHandlers(
  parts: Pick<WorkOptions, 'config' | 'policy' | 'database' | 'clock'> & {
    seals: Seals
    mail: ReturnType<typeof mailParts>
    mailer: Mailer<typeof mailKinds, DatabaseTables>
    queue: JobQueue<QueuedName<typeof jobs>>
    outbox: Outbox
    records: Records
    breach: ReturnType<typeof openBreaches>
    made: Readonly<Made>
  },
): JobHandlers<typeof jobs, DatabaseTables> {
  const { config, policy, clock, seals, mail, queue, outbox, records, breach, made } = parts
  const { smtp, dkim } = config.mail
  const delivery = smtp === null ? outbox : createSmtpDelivery(smtp, () => dkim)
  return {
    'mail.send': createSendMail({ ...mail, seals, delivery, clock }),
    'mail.sweep': createSweepMail({ jobs: queue, outbox, clock, expireBefore: mailEnd(policy).before }),
    'job.forget': createForgetJobs(clock),
    ...createAccountJobs(clock),
    ...createSettingsJobs(() => made.settings),
    ...createOrganisationJobs(() => made.organisations),
    ...createRoomJobs(policy, clock),
    ...createRecordJobs(records),
    ...createBreachJobs(breach),
    ...createRightsJobs({
      carryOut: async (record) => made.rights?.carryOut(record),
      escalate: async () => made.rights?.escalate(),
    }),
    ...createKeyJobs(seals, records.existing),
    'policy.tell': tellOfPolicy(parts),
  }
}

/** Tells people of a coming version of the policy. */
function tellOfPolicy({
  config,
  database,
  seals,
  policy,
  ...parts
}: Pick<WorkOptions, 'config' | 'database' | 'policy' | 'clock'> & {
  seals: Seals
  mailer: Parameters<typeof createTell>[0]['mailer']
  records: Pick<Records, 'ledger'>
}) {
  const { mailer, records, clock } = parts
  const books = addressBooks(database, seals, policy)
  const secret = seals.secret(controllerSecret)
  const { publicUrl } = config
  return createTell({ database, secret, seals, mailer, books, ledger: records.ledger, publicUrl, clock })
}

function mailParts({ publicUrl, mail }: Pick<Config, 'publicUrl' | 'mail'>, policy: Policy) {
  const senderName = policy.controller?.name ?? 'Samtale'
  return {
    kinds: agreedKinds(mailKinds, policy),
    senders: named(mail.senders, senderName),
    senderName,
    publicUrl,
    suppresses: ofMail(policy).some(({ categories }) => categories.includes(suppressionCategory)),
  }
}

/** The policy's end for mail on its way: counted from when it was queued, and back from now. */
function mailEnd(policy: Policy): { after(queuedAt: Date): Date; before(now: Date): Date } {
  const [first] = ofMail(policy).filter(({ categories }) => categories.includes(mailCategory))
  const atMost = first?.retention.cap.atMost ?? 'PT0S'
  const timeZone = policy.edition?.timeZone ?? 'Europe/Oslo'
  return {
    after: (queuedAt) => addDuration(queuedAt, atMost, timeZone),
    before: (now) => subtractDuration(now, atMost, timeZone),
  }
}

function ofMail({ processings }: Policy): Policy['processings'][string][] {
  return Object.values(processings).filter(({ purpose }) => purpose === mailPurpose)
}
