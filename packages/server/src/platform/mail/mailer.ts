import type { Language } from '@samtale/policy'
import type { Clock } from '../clock.ts'
import type { Purposes } from '../db/db.ts'
import type { PlatformTables } from '../db/tables.ts'
import { newId } from '../ids.ts'
import type { JobQueue } from '../jobs/queue.ts'
import type { JobTables } from '../jobs/tables.ts'
import { reveal, Personal } from '../personal.ts'
import type { BlindIndex } from '../seals/sealed.ts'
import type { Seals } from '../seals/seals.ts'
import type { MailKind, MailKinds } from './kinds.ts'
import { MailRefused } from './mail-error.ts'
import { messageIdOf, type MailContent } from './message.ts'
import { mailParts } from './parts.ts'
import { renderHtml, renderText } from './render.ts'
import { messageId, oneAddress } from './safe-text.ts'
import type { Senders } from './senders.ts'
import { mailStore, suppressionStore } from './store.ts'
import { mailCategory, mailPurpose, type MailRow, type MailTables } from './tables.ts'

/** What queueing mail reads and writes, beside what the consent's check reads. */
export type MailerTables = MailTables & JobTables & Pick<PlatformTables, 'record'>

export interface MailerOptions<Kinds extends MailKinds, Tables> {
  readonly kinds: Kinds
  readonly senders: Senders
  /** Who sends it, as people know them. */
  readonly senderName: string
  readonly publicUrl: URL
  readonly seals: Pick<Seals, 'forSealing' | 'suppressionHash'>
  readonly jobs: JobQueue<'mail.send'>
  readonly clock: Clock
  /** Whether the policy in force keeps who refused what; where it doesn't, consent alone decides. */
  readonly suppresses: boolean
  /** When the person of a record gave a consent that still counts; null where there is none. In the transaction. */
  consentedAt(transaction: Purposes<Tables>, consent: string, record: string): Promise<Date | null>
}

/** A mail to be sent. A kind that can be refused says where; no other does. */
export type NewMail<Kinds extends MailKinds, Kind extends keyof Kinds> = {
  readonly kind: Kind
  /** Id of the record that it belongs to, and is deleted with. */
  readonly record: string
  /** Id of what it answers; the record itself, where it isn't given. The same kind for the same occasion is sent once. */
  readonly occasion?: string
  readonly to: Personal<string>
  readonly language: Language
  readonly values: { readonly [Name in keyof Kinds[Kind]['values']]: string | Personal<string> }
  readonly replyTo?: string
  /** Identifiers of the messages that it follows, oldest first. */
  readonly thread?: readonly string[]
} & (Kinds[Kind]['basis'] extends 'service' ? { readonly unsubscribe?: never } : { readonly unsubscribe: string })

/** A mail in its words, sealed: ready to be queued. */
export interface PreparedMail {
  readonly row: MailRow
  readonly basis: MailKind['basis']
  /** From when on it is due: of what is due, the oldest is sent first. */
  readonly dueAt: Date
  /** The list that it can be refused by; null where it can't. */
  readonly list: string | null
  readonly addressIndex: BlindIndex
  /** The identifier that it goes out under, for answers to be recognised by. */
  readonly messageId: string
}

/** What became of a mail. `again`: it was queued for the same occasion before. */
export type Queued = 'queued' | 'again' | 'not-consented' | 'refused'

export interface Mailer<Kinds extends MailKinds, Tables> {
  /**
   * Writes a mail and seals it, before the transaction that queues it.
   * @throws MailRefused, SealError
   */
  prepare<Kind extends keyof Kinds & string>(mail: NewMail<Kinds, Kind>): Promise<PreparedMail>
  /** Queues it in the caller's transaction, where whoever gets it agreed and didn't refuse: that is looked up there too. */
  queue(transaction: Purposes<MailerTables> & Purposes<Tables>, mail: PreparedMail): Promise<Queued>
  /**
   * Notes that an address wants no more mail of a list, which is the key of a consent, or of a purpose for mail to
   * customers. Where the policy keeps no such notes, nothing is written.
   */
  refuse(transaction: Purposes<MailerTables>, address: Personal<string>, list: string): Promise<void>
}

/** A sign-in code goes before ten thousand newsletters that are on their way. */
const aheadMs = 3_600_000

export function createMailer<const Kinds extends MailKinds, Tables>(
  options: MailerOptions<Kinds, Tables>,
): Mailer<Kinds, Tables> {
  return {
    prepare: (mail) => prepare(options, mail),
    queue: async (transaction, mail) => {
      const { row, list, dueAt } = mail
      const refusal = list === null ? null : await refusalOf(options, transaction, { ...mail, list })
      if (refusal !== null) return refusal
      const added = await mailStore(transaction.for(mailPurpose)).add(row)
      if (!added) return 'again'
      await options.jobs.enqueue(transaction, 'mail.send', row.id, dueAt)
      return 'queued'
    },
    refuse: async (transaction, address, list) => {
      const { suppresses, seals, clock } = options
      if (!suppresses) return
      await suppressionStore(transaction.for(mailPurpose)).refuse({
        record_id: newId(clock.now()),
        address_index: seals.suppressionHash(reveal(address)),
        list,
        created_at: clock.now(),
      })
    },
  }
}

type Given = Omit<NewMail<MailKinds, string>, 'unsubscribe'> & { readonly unsubscribe?: string }

async function prepare<Tables>(options: MailerOptions<MailKinds, Tables>, mail: Given): Promise<PreparedMail> {
  const { kinds, senders, seals, clock } = options
  const kind = Object.hasOwn(kinds, mail.kind) ? kinds[mail.kind] : undefined
  if (kind === undefined) throw new MailRefused('mail.kind-undeclared')
  const { record, occasion = record } = mail
  const address = oneAddress(reveal(mail.to))
  const { subject, content } = write(options, kind, mail)
  const id = newId(clock.now())
  const sealer = await seals.forSealing([record], [mailCategory])
  const seal = (column: string, text: string) =>
    sealer.seal({ table: 'mail', column, record, category: mailCategory }, text)
  const row: MailRow = {
    id,
    record_id: record,
    kind: mail.kind,
    occasion,
    address: seal('address', address),
    subject: seal('subject', subject),
    content: seal('content', JSON.stringify(content)),
    queued_at: clock.now(),
    sent_at: null,
    failed_at: null,
    error_code: null,
  }
  return {
    row,
    basis: kind.basis,
    dueAt: new Date(row.queued_at.getTime() - (kind.awaited === true ? aheadMs : 0)),
    list: listOf(kind),
    addressIndex: seals.suppressionHash(address),
    messageId: messageIdOf(id, senders[kind.stream].from),
  }
}

function write<Tables>(
  { senderName, publicUrl }: MailerOptions<MailKinds, Tables>,
  kind: MailKind,
  mail: Given,
): { subject: string; content: MailContent } {
  const { language, thread = [], replyTo = null, unsubscribe = null } = mail
  const values = Object.entries(mail.values).map(([name, value]) => [
    name,
    value instanceof Personal ? reveal(value) : value,
  ])
  const parts = mailParts(kind, { language, values: Object.fromEntries(values), senderName, publicUrl, unsubscribe })
  const content = {
    language,
    text: renderText(parts),
    html: renderHtml(parts),
    replyTo: replyTo === null ? null : oneAddress(replyTo),
    thread: thread.map(messageId),
    unsubscribe,
  }
  return { subject: parts.subject, content }
}

/** The list that a kind can be refused by: its consent, or the purpose that a customer can say no to. */
function listOf({ basis, purpose }: Pick<MailKind, 'basis' | 'purpose'>): string | null {
  if (typeof basis === 'object') return basis.consent
  return basis === 'service' ? null : purpose
}

// The last word counts: who unsubscribed and agreed again gets mail, and who agreed and unsubscribed doesn't.
async function refusalOf<Kinds extends MailKinds, Tables>(
  { consentedAt, suppresses }: MailerOptions<Kinds, Tables>,
  transaction: Purposes<MailerTables> & Purposes<Tables>,
  { row, basis, list, addressIndex }: Pick<PreparedMail, 'row' | 'basis' | 'addressIndex'> & { list: string },
): Promise<'not-consented' | 'refused' | null> {
  const agreedAt = typeof basis === 'object' ? await consentedAt(transaction, basis.consent, row.record_id) : null
  if (typeof basis === 'object' && agreedAt === null) return 'not-consented'
  if (!suppresses) return null
  const refusedAt = await suppressionStore(transaction.for(mailPurpose)).refusedAt(addressIndex, list)
  return refusedAt !== null && (agreedAt === null || refusedAt >= agreedAt) ? 'refused' : null
}
