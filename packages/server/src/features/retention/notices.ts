import { localeOf, type Language, type Policy } from '@samtale/policy'
import type { Clock } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import type { Mailer, PreparedMail } from '../../platform/mail/mailer.ts'
import type { Personal } from '../../platform/personal.ts'
import type { DueMail, QueueNotice } from '../records/index.ts'
import type { retentionMailKinds } from './mail-kinds.ts'

export interface NoticeOptions<Tables> {
  readonly policy: Pick<Policy, 'categories' | 'edition' | 'mails'>
  readonly mailer: Mailer<typeof retentionMailKinds, Tables>
  /**
   * Where the person of a record is reached; `nowhere` where there is no address, null where it may not be read now, such
   * as while the record is restricted.
   */
  reach(record: DueMail['record']): Promise<Reached | 'nowhere' | null>
  readonly publicUrl: URL
  readonly clock: Pick<Clock, 'now'>
}

export interface Reached {
  readonly address: Personal<string>
  readonly language: Language
  /** A page on which it is kept by one press, until it goes; where there is none, using it keeps it. */
  readonly keepLink?: (until: Date) => string
}

/** The kind that there is. A rule that promises another mail keeps its data until a version of ours has it. */
const kind = 'retention.notice'

/**
 * Writes the mails that have to come before something goes, and gives what queues them in the transaction that judges
 * their records. Where it can't be queued, nothing goes: it is tried again.
 */
export function createNotices<Tables>(options: NoticeOptions<Tables>) {
  return async (due: readonly DueMail[]): Promise<QueueNotice> => {
    const prepared = new Map<string, PreparedMail | 'nowhere'>()
    for (const one of due) {
      const mail = one.mail === kind && one.goesAt !== null ? await prepare(options, one, one.goesAt) : null
      if (mail !== null) prepared.set(spell(one.record.id, one.mail), mail)
    }
    return async (transaction, record, mail) => {
      const ready = prepared.get(spell(record, mail))
      if (ready === undefined) return null
      if (ready === 'nowhere') return 'no-address'
      // The records' own transaction, which is one of this installation's database: the mail's tables are in it.
      await options.mailer.queue(transaction as Parameters<typeof options.mailer.queue>[0], ready)
      return 'queued'
    }
  }
}

async function prepare<Tables>(
  { policy, mailer, reach, publicUrl, clock }: NoticeOptions<Tables>,
  { record, categories }: DueMail,
  goesAt: Date,
): Promise<PreparedMail | 'nowhere' | null> {
  const reached = await reach(record)
  if (reached === null || reached === 'nowhere') return reached
  const { address, language, keepLink } = reached
  const what = categories.map((category) => policy.categories[category]?.title[language] ?? category)
  const timeZone = policy.edition?.timeZone ?? 'Europe/Oslo'
  const locale = localeOf(language)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(goesAt)
  const link = keepLink?.(goesAt) ?? new URL(`/privacy?lang=${language}`, publicUrl).href
  const words = keepLink === undefined ? kind : 'retention.keep'
  // Told of another end later, they are told again: each is an occasion of its own.
  const occasion = newId(clock.now())
  const values = { what: what.join(', '), day, link }
  return mailer.prepare({ kind: words, record: record.id, occasion, to: address, language, values })
}

function spell(record: string, mail: string): string {
  return `${record} ${mail}`
}
