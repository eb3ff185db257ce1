import type { Language } from '@samtale/policy'
import { correctTicket } from './store.ts'
import { category } from './tables.ts'
import type { TicketOptions } from './tickets.ts'

/** What somebody has put right (GDPR art. 16). */
export interface ContactCorrection {
  readonly address?: string
  readonly name?: string
  readonly language?: Language
}

/** Puts right with whom a conversation is. False where there is no such conversation in use. */
export async function correctContact(
  { database, seals }: TicketOptions,
  record: string,
  { address, name, language }: ContactCorrection,
): Promise<boolean> {
  const sealer = await seals.forSealing([record], [category])
  const seal = (column: 'address' | 'name', text: string) =>
    sealer.seal({ table: 'ticket_contact', column, record, category }, text)
  return database.transaction((transaction) =>
    correctTicket(transaction, record, {
      ...(language === undefined ? {} : { language }),
      contact: {
        ...(name === undefined ? {} : { name: seal('name', name) }),
        // The hours’ automatic answer was the old address’s.
        ...(address === undefined
          ? {}
          : {
              address: seal('address', address),
              address_index: seals.index(category, address),
              answered_within: null,
            }),
      },
    }),
  )
}
