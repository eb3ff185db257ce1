import type { RowBindings } from '@samtale/policy'
import type { BlindIndex, Sealed } from '../../../platform/seals/sealed.ts'
import type { accountCategory } from '../tables.ts'

/** That somebody wants the summary by mail. */
export const digestCategory = 'account.digest'
/** What that is kept for; also the key of the consent, and the kind of the mail. */
export const digestPurpose = 'digest'

/** Table `account_picture`: WebP, in base64. */
export interface AccountPictureRow {
  record_id: string
  picture: Sealed<typeof accountCategory> | null
  changed_at: Date
}

/** Table `account_address_change`: one under way, or one that can still be taken back. */
export interface AccountAddressChangeRow {
  record_id: string
  /** Emptied when the change can no longer be taken back. */
  address_before: Sealed<typeof accountCategory> | null
  address_after: Sealed<typeof accountCategory> | null
  /** Keyed hash of the code that was sent to the new address; null once it was used. */
  code_index: BlindIndex | null
  tries: number
  asked_at: Date
  /** Until when the code counts; after the change, until when it can be taken back. */
  expires_at: Date
  changed_at: Date | null
}

/** Kind of the record that this is: one for each yes. */
export const digestRecord = 'account-digest'

/** Table `account_digest`: somebody wants the summary. */
export interface AccountDigestRow {
  record_id: string
  account_id: string
  /** Record of the yes. */
  consent_id: string
  wanted_since: Date | null
  sent_at: Date | null
}

export interface SettingsTables {
  account_picture: AccountPictureRow
  account_address_change: AccountAddressChangeRow
  account_digest: AccountDigestRow
}

const category: typeof accountCategory = 'account'
const record = { nothingPersonal: 'random number of the record' } as const

/** What every column of them holds. */
export const settingsColumns = {
  account_picture: {
    record_id: record,
    picture: { holds: category, store: 'sealed', picture: true, title: { en: 'Picture', nb: 'Bilde', sv: 'Bild' } },
    changed_at: { nothingPersonal: 'when it was changed' },
  },
  account_address_change: {
    record_id: record,
    address_before: {
      holds: category,
      store: 'sealed',
      title: { en: 'E-mail address before', nb: 'Tidligere e-postadresse', sv: 'Tidigare e-postadress' },
    },
    address_after: {
      holds: category,
      store: 'sealed',
      title: { en: 'New e-mail address', nb: 'Ny e-postadresse', sv: 'Ny e-postadress' },
    },
    code_index: {
      holds: category,
      store: 'index',
      title: { en: 'Keyed hash of a code', nb: 'Et avtrykk av en kode', sv: 'Ett avtryck av en kod' },
    },
    tries: { nothingPersonal: 'how often a code was tried' },
    asked_at: { nothingPersonal: 'when it was asked for' },
    expires_at: { nothingPersonal: 'until when it can be finished or taken back' },
    changed_at: { nothingPersonal: 'when it was done' },
  },
  account_digest: {
    record_id: record,
    account_id: { nothingPersonal: 'random number of the account' },
    consent_id: { nothingPersonal: 'random number of the record of the answer' },
    wanted_since: {
      holds: digestCategory,
      title: { en: 'Since when you want it', nb: 'Siden når du vil ha den', sv: 'Sedan när du vill ha den' },
    },
    sent_at: { nothingPersonal: 'when the last one was sent' },
  },
} as const satisfies { [Table in keyof SettingsTables]: RowBindings<SettingsTables[Table]> }
