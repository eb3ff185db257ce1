import type { Selectable } from 'kysely'
import type { Clock } from '../clock.ts'
import type { JobRun } from '../jobs/catalogue.ts'
import { JobFailure } from '../jobs/failure.ts'
import { reveal } from '../personal.ts'
import { SealError } from '../seals/seal-error.ts'
import type { Seals } from '../seals/seals.ts'
import { DeliveryFailed, deliveryFailures, type Delivery, type Outgoing } from './delivery.ts'
import type { mailJobs } from './jobs.ts'
import type { MailKind, MailKinds } from './kinds.ts'
import type { MailErrorCode } from './mail-error.ts'
import type { MailContent } from './message.ts'
import type { Senders } from './senders.ts'
import { mailStore } from './store.ts'
import { mailCategory, mailPurpose, type MailRow, type MailTables } from './tables.ts'

export interface SendingOptions {
  readonly kinds: MailKinds
  readonly senders: Senders
  readonly seals: Pick<Seals, 'forOpening'>
  readonly delivery: Delivery
  readonly clock: Clock
}

/**
 * The job that sends a mail: opens it, hands it over and clears it. Where it ends in between, it is handed over again:
 * into the outbox as the same file, to a mail server under the same `Message-ID`.
 */
export function createSendMail(options: SendingOptions) {
  return async (run: JobRun<(typeof mailJobs)['mail.send'], MailTables>): Promise<void> => {
    const store = mailStore(run.database.for(mailPurpose))
    const row = await store.find(run.about)
    if (row === undefined || row.sent_at !== null || row.failed_at !== null) return
    try {
      const outgoing = await openMail(options, row)
      await options.delivery.deliver(outgoing, run.signal)
      // Deleted while it was under way: what can be taken back is.
      if (!(await store.sent(row.id, options.clock.now()))) await options.delivery.withdraw(outgoing)
    } catch (error) {
      const { code, retry, keep } = failureOf(error)
      const again = run.signal.aborted || (retry && !run.last)
      if (!again) await store.failed(row.id, code, options.clock.now(), { keep })
      throw new JobFailure(code, { retry: again })
    }
  }
}

/** @throws Unsendable, SealError */
async function openMail({ kinds, senders, seals }: SendingOptions, row: Selectable<MailRow>): Promise<Outgoing> {
  const kind = Object.hasOwn(kinds, row.kind) ? kinds[row.kind] : undefined
  if (kind === undefined) throw new Unsendable('mail.kind-undeclared')
  const record = row.record_id
  const opener = await seals.forOpening([record], [mailCategory])
  const open = (column: 'address' | 'subject' | 'content'): string => {
    const value = row[column]
    if (value === null) throw new Unsendable('mail.unreadable')
    return reveal(opener.open({ table: 'mail', column, record, category: mailCategory }, value))
  }
  // Written by mailer.ts, and sealed since.
  const content = JSON.parse(open('content')) as MailContent
  const { from, returnPath } = senders[kind.stream]
  const message = {
    ...content,
    id: row.id,
    from,
    to: open('address'),
    subject: open('subject'),
    date: row.queued_at,
    autoSubmitted: kind.autoSubmitted,
    list: listId(kind, from.address),
  }
  // What a machine answers to what a machine answered goes round in circles (RFC 3834 §4).
  return { message, returnPath: kind.autoSubmitted === 'auto-replied' ? null : returnPath, kind: row.kind, record }
}

/** A list is named in the sender's domain (RFC 2919 §3). */
function listId({ basis, purpose }: MailKind, from: string): string | null {
  if (basis === 'service') return null
  const name = typeof basis === 'object' ? basis.consent : purpose
  return `${name}.${from.slice(from.lastIndexOf('@') + 1)}`
}

class Unsendable extends Error {
  readonly code: MailErrorCode

  constructor(code: MailErrorCode) {
    super(code)
    this.code = code
  }
}

/** Whether to try again by oneself, and whether anything is left that could be sent when somebody asks for it. */
function failureOf(error: unknown): { code: MailErrorCode; retry: boolean; keep: boolean } {
  if (error instanceof DeliveryFailed)
    return { code: error.code, retry: deliveryFailures[error.code] === 'try-again', keep: true }
  if (error instanceof Unsendable) return { code: error.code, retry: false, keep: false }
  if (error instanceof SealError && error.code === 'seal.key-gone')
    return { code: 'mail.unreadable', retry: false, keep: false }
  throw error
}
