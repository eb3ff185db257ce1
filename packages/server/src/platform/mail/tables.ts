import type { RowBindings } from '@samtale/policy'
import type { BlindIndex, Sealed } from '../seals/sealed.ts'

/** What a mail on its way is, for the policy: its address, its subject and what it says. */
export const mailCategory = 'mail.address'
/** The purpose that mail is sent for: every installation has it (features/privacy, duties). */
export const mailPurpose = 'service-notice'
/** What is left of somebody who wants no more mail of a list. */
export const suppressionCategory = 'mail.suppression'
/** Kind of the records that hold it. */
export const suppressionRecord = 'mail-suppression'

/** Table `mail`: what is to be sent, and that it was. */
export interface MailRow {
  /** Random. */
  id: string
  record_id: string
  kind: string
  /** Id of what the mail answers, so that it is sent once for it. */
  occasion: string
  /** The three are null once the mail was handed over, and where it was given up for good. */
  address: Sealed<typeof mailCategory> | null
  subject: Sealed<typeof mailCategory> | null
  content: Sealed<typeof mailCategory> | null
  queued_at: Date
  sent_at: Date | null
  failed_at: Date | null
  error_code: string | null
}

/** Table `mail_suppression`. */
export interface MailSuppressionRow {
  record_id: string
  address_index: BlindIndex
  /** Key of the consent that was taken back, or of the purpose that was refused. */
  list: string
  created_at: Date
}

export interface MailTables {
  mail: MailRow
  mail_suppression: MailSuppressionRow
}

export const mailColumns = {
  id: { nothingPersonal: 'random id of the mail' },
  record_id: { nothingPersonal: 'random id of the record' },
  kind: { nothingPersonal: 'which of the declared kinds of mail' },
  occasion: { nothingPersonal: 'random id of what the mail answers' },
  address: {
    holds: mailCategory,
    store: 'sealed',
    title: { en: 'Address', nb: 'Adresse', sv: 'Adress' },
  },
  subject: {
    holds: mailCategory,
    store: 'sealed',
    title: { en: 'Subject', nb: 'Emne', sv: 'Ämne' },
  },
  content: {
    holds: mailCategory,
    store: 'sealed',
    title: { en: 'What the mail says', nb: 'Det e-posten sier', sv: 'Det mejlet säger' },
  },
  queued_at: { nothingPersonal: 'when the mail was queued' },
  sent_at: { nothingPersonal: 'when it was handed over' },
  failed_at: { nothingPersonal: 'when it was given up' },
  error_code: { nothingPersonal: 'code of why it was given up' },
} as const satisfies RowBindings<MailRow>

export const mailSuppressionColumns = {
  record_id: { nothingPersonal: 'random id of the record' },
  address_index: {
    holds: suppressionCategory,
    store: 'index',
    title: {
      en: 'An index that finds your address and doesn’t tell it',
      nb: 'En indeks som finner adressen din og ikke røper den',
      sv: 'Ett index som hittar din adress och inte röjer den',
    },
  },
  list: { nothingPersonal: 'which mail is meant' },
  created_at: { nothingPersonal: 'when it was refused' },
} as const satisfies RowBindings<MailSuppressionRow>
