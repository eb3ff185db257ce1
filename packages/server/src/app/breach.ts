import type { Policy } from '@samtale/policy'
import { createBreaches, createLetters, type BreachContext } from '../features/breach/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { JobQueue } from '../platform/jobs/queue.ts'
import type { Log } from '../platform/log.ts'
import type { Seals } from '../platform/seals/seals.ts'
import { addressBooks } from './address-books.ts'
import { tableBindings, type DatabaseTables } from './database.ts'

export interface BreachParts {
  readonly database: Database<DatabaseTables>
  readonly policy: Policy
  readonly seals: Pick<Seals, 'open'>
  readonly mailer: Parameters<typeof createLetters>[0]['mailer']
  readonly queue: JobQueue<'breach.letters'>
  readonly clock: Clock
  readonly log: Log
}

/** The register of breaches over this installation's tables, and the letters that it writes. */
export function openBreaches(parts: BreachParts) {
  const { database, policy, seals, mailer, queue } = parts
  const breaches = createBreaches({ ...parts, bindings: tableBindings })
  const books = addressBooks(database, seals, policy)
  return {
    breaches,
    letters: createLetters({ database, breaches, books, mailer, policy }),
    forCommands: {
      breachDesk: {
        breaches,
        policy,
        askLetters: async (id) => {
          await breaches.lettersAsked(id)
          await database.transaction((transaction) => queue.enqueue(transaction, 'breach.letters', id))
        },
      },
    } satisfies BreachContext,
  }
}
