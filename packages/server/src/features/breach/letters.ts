import type { Language, Policy } from '@samtale/policy'
import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { TransactingPurposes } from '../../platform/db/db.ts'
import type { PlatformTables } from '../../platform/db/tables.ts'
import type { Mailer, MailerTables } from '../../platform/mail/mailer.ts'
import type { Personal } from '../../platform/personal.ts'
import type { Breaches } from './breaches.ts'
import { draftFor } from './drafts.ts'
import type { breachMailKinds } from './mail-kinds.ts'
import { affectedStore } from './store.ts'
import type { BreachTables } from './tables.ts'

/** Addresses that can be opened, a page at a time, each with the record that it stands in. */
export interface LetterBook {
  pages(): AsyncIterable<
    readonly { readonly record: string; readonly address: Personal<string> | null; readonly language: Language }[]
  >
}

type Tables = BreachTables & PlatformTables & MailerTables

export interface LetterOptions {
  readonly database: TransactingPurposes<Tables>
  readonly breaches: Pick<Breaches, 'entryOf' | 'affected'>
  readonly books: readonly LetterBook[]
  readonly mailer: Mailer<typeof breachMailKinds, Tables>
  readonly policy: Policy
}

/**
 * Queues a letter to every affected person whose address can be opened, each once however often it is asked: the mail's
 * occasion is the breach, and a second record of the same person is passed over. Gives how many were queued now.
 */
export function createLetters({ database, breaches, books, mailer, policy }: LetterOptions) {
  return async (id: string, signal?: AbortSignal): Promise<number> => {
    const { breach } = await breaches.entryOf(id)
    const affected = await breaches.affected(id)
    const records = affectedStore(database.for(builtInPurposes.storage))
    const written = new Set<string>()
    let queued = 0
    for (const book of books) {
      for await (const page of book.pages()) {
        if (signal?.aborted === true) return queued
        const people = await records.peopleOf(
          affected,
          page.map(({ record }) => record),
        )
        for (const { record, address, language } of page) {
          const person = people.get(record)
          if (person === undefined || address === null || written.has(person)) continue
          written.add(person)
          const letter = withoutTitle(draftFor(policy, breach, 'subjects', language))
          const mail = await mailer.prepare({
            kind: 'breach.letter',
            record,
            occasion: breach.id,
            to: address,
            language,
            values: { letter },
          })
          const outcome = await database.transaction((transaction) => mailer.queue(transaction, mail))
          if (outcome === 'queued') queued += 1
        }
      }
    }
    return queued
  }
}

// The mail has its title as its subject, and the sentence after it as its first paragraph.
function withoutTitle(draft: string): string {
  return draft.split('\n\n').slice(2).join('\n\n').trim()
}
