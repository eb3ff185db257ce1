import type { RowBindings } from '@samtale/policy'
import type { BlindIndex, Sealed } from '../../platform/seals/sealed.ts'

interface Entry {
  /** Of the record, which is the entry's own. */
  record_id: string
  address: Sealed | null
  address_index: BlindIndex | null
  language: string
  asked_at: Date
  confirmed_at: Date | null
  /** Record of the yes. */
  consent_id: string | null
}

/** Table `newsletter_entry`: who wants the newsletter, or was asked whether they do. */
export interface NewsletterEntryRow extends Entry {
  name: Sealed | null
}

/** Table `waiting_list_entry`: who waits for something, and where. */
export interface WaitingListEntryRow extends Entry {
  /** ISO 3166-1 alpha-2. */
  country: string | null
}

export interface ListTables {
  newsletter_entry: NewsletterEntryRow
  waiting_list_entry: WaitingListEntryRow
}

const address = { en: 'E-mail address', nb: 'E-postadresse', sv: 'E-postadress' }
const addressIndex = {
  en: 'A number by which the address is found',
  nb: 'Et tall som adressen finnes ved',
  sv: 'Ett tal som adressen hittas med',
}
const language = { nothingPersonal: 'language that was chosen' }
const recordId = { nothingPersonal: 'random number of the record' }
const askedAt = { nothingPersonal: 'when the sign-up came' }
const consentId = { nothingPersonal: 'random number of the record of the answer' }
const confirmedAt = { nothingPersonal: 'when it was confirmed' }

export const newsletterEntryColumns = {
  record_id: recordId,
  address: { holds: 'newsletter', store: 'sealed', title: address },
  address_index: { holds: 'newsletter', store: 'index', title: addressIndex },
  name: { holds: 'newsletter', store: 'sealed', title: { en: 'Name', nb: 'Navn', sv: 'Namn' } },
  language,
  asked_at: askedAt,
  confirmed_at: confirmedAt,
  consent_id: consentId,
} as const satisfies RowBindings<NewsletterEntryRow>

export const waitingListEntryColumns = {
  record_id: recordId,
  address: { holds: 'waiting-list', store: 'sealed', title: address },
  address_index: { holds: 'waiting-list', store: 'index', title: addressIndex },
  country: { holds: 'waiting-list', title: { en: 'Country', nb: 'Land', sv: 'Land' } },
  language,
  asked_at: askedAt,
  confirmed_at: confirmedAt,
  consent_id: consentId,
} as const satisfies RowBindings<WaitingListEntryRow>
