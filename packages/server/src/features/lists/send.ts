import { languages, type Language } from '@samtale/policy'
import { newId } from '../../platform/ids.ts'
import type { List } from './list.ts'
import type { SignUpOptions, SignUps } from './sign-up.ts'
import type { Entry } from './store.ts'

/** What is sent to a list. */
export interface Letter {
  readonly subject: string
  readonly text: string
  /** Only to those who chose it; to all, where it isn't said. */
  readonly language: Language | null
  /** Only to those who wait there (ISO 3166-1 alpha-2). */
  readonly country: string | null
}

export interface Sent {
  readonly queued: number
  /** Who left the list meanwhile, or whose yes has grown too old. */
  readonly refused: number
}

const pageSize = 100

/**
 * Queues a letter for everybody on a list, a page at a time, each with a link of their own to leave it. Whether somebody
 * still wants it is looked up in the transaction that queues the mail. A waiting list's letter is the one that was waited
 * for: with it the entry has served.
 */
export function createListSender(options: SignUpOptions, signUps: SignUps) {
  const { database, records, clock } = options
  return async (list: List, letter: Letter): Promise<Sent> => {
    const occasion = newId(clock.now())
    let [queued, refused] = [0, 0]
    for (let after: string | null = null; ;) {
      const entries: Entry[] = await list.store(database).page(after, letter.country, pageSize)
      for (const entry of entries.filter((one) => letter.language === null || one.language === letter.language)) {
        const sent = await sendTo(options, signUps, list, entry, { ...letter, occasion })
        if (sent) queued += 1
        else refused += 1
      }
      if (list.key === 'waiting-list') await records.recompute(entries.map(({ record_id }) => record_id))
      after = entries.at(-1)?.record_id ?? null
      if (entries.length < pageSize) return { queued, refused }
    }
  }
}

async function sendTo(
  { database, mailer, records, clock }: SignUpOptions,
  signUps: SignUps,
  list: List,
  entry: Entry,
  { subject, text, occasion }: Letter & { occasion: string },
): Promise<boolean> {
  if (entry.address === null) return false
  const mail = await mailer.prepare({
    kind: list.key,
    // What was waited for goes with the entry's own yes, which outlives the entry: the entry is deleted with this letter.
    record: list.key === 'waiting-list' ? (entry.consent_id ?? entry.record_id) : entry.record_id,
    occasion,
    to: await signUps.addressOf(list, entry),
    language: languages.find((language) => language === entry.language) ?? 'en',
    values: { subject, text },
    unsubscribe: signUps.leaveLink(list, entry.record_id),
  })
  return database.transaction(async (transaction) => {
    const outcome = await mailer.queue(transaction, mail)
    if (outcome === 'queued' && list.key === 'waiting-list')
      await records.served(transaction, entry.record_id, clock.now())
    return outcome === 'queued'
  })
}
