import type { RowBindings } from '@samtale/policy'
import {
  accountCategory,
  accountRecord,
  codeCategory,
  keysCategory,
  passwordCategory,
  sessionCategory,
  signInRecord,
  type AccountTables,
} from './tables.ts'
import { digestRecord, settingsColumns } from './settings/tables.ts'

const id = { nothingPersonal: 'random id of the row' } as const
const record = { nothingPersonal: 'random number of the record' } as const

/** What every column of the accounts' tables holds. */
export const accountColumns = {
  account: {
    record_id: record,
    address: {
      holds: accountCategory,
      store: 'sealed',
      title: { en: 'E-mail address', nb: 'E-postadresse', sv: 'E-postadress' },
    },
    address_index: {
      holds: accountCategory,
      store: 'index',
      title: {
        en: 'A number by which the address is found',
        nb: 'Et tall som adressen finnes ved',
        sv: 'Ett tal som adressen hittas med',
      },
    },
    address_verified: { nothingPersonal: 'whether the address was shown to be theirs' },
    phone: {
      holds: accountCategory,
      store: 'sealed',
      title: { en: 'Phone number', nb: 'Telefonnummer', sv: 'Telefonnummer' },
    },
    phone_index: {
      holds: accountCategory,
      store: 'index',
      title: {
        en: 'A number by which the phone number is found',
        nb: 'Et tall som telefonnummeret finnes ved',
        sv: 'Ett tal som telefonnumret hittas med',
      },
    },
    name: { holds: accountCategory, store: 'sealed', title: { en: 'Name', nb: 'Navn', sv: 'Namn' } },
    language: { nothingPersonal: 'language of pages and mail' },
    theme: { nothingPersonal: 'whether pages are light or dark' },
    role: { nothingPersonal: 'which of three roles' },
    created_at: { nothingPersonal: 'when it was made' },
    updated_at: { nothingPersonal: 'when it was changed' },
  },
  account_passkey: {
    id,
    record_id: record,
    name: {
      holds: keysCategory,
      store: 'sealed',
      title: { en: 'Name of a passkey', nb: 'Navn på en passnøkkel', sv: 'Namn på en passnyckel' },
    },
    credential_index: {
      holds: keysCategory,
      store: 'index',
      title: {
        en: 'A number by which a passkey is found',
        nb: 'Et tall som en passnøkkel finnes ved',
        sv: 'Ett tal som en passnyckel hittas med',
      },
    },
    credential: {
      holds: keysCategory,
      store: 'sealed',
      title: { en: 'Number of a passkey', nb: 'Nummeret på en passnøkkel', sv: 'Numret på en passnyckel' },
    },
    public_key: {
      holds: keysCategory,
      store: 'sealed',
      title: {
        en: 'Public key of a passkey',
        nb: 'Den offentlige nøkkelen til en passnøkkel',
        sv: 'Den publika nyckeln till en passnyckel',
      },
    },
    counter: { nothingPersonal: 'a counter of the passkey, against copies of it' },
    created_at: { nothingPersonal: 'when it was added' },
    removed_at: { nothingPersonal: 'when it was removed' },
  },
  account_second_factor: {
    record_id: record,
    secret: {
      holds: keysCategory,
      store: 'sealed',
      title: {
        en: 'Secret shared with your code app',
        nb: 'Hemmeligheten kodeappen din deler med oss',
        sv: 'Hemligheten som din kodapp delar med oss',
      },
    },
    last_step: { nothingPersonal: 'up to which half minute codes were used' },
    confirmed_at: { nothingPersonal: 'when it was set up' },
  },
  account_recovery_code: {
    id,
    record_id: record,
    code_index: {
      holds: keysCategory,
      store: 'index',
      title: {
        en: 'Keyed hash of a recovery code',
        nb: 'Et avtrykk av en gjenopprettingskode',
        sv: 'Ett avtryck av en återställningskod',
      },
    },
    used_at: { nothingPersonal: 'when it was used' },
  },
  account_provider: {
    id,
    record_id: record,
    subject_index: {
      holds: keysCategory,
      store: 'index',
      title: {
        en: 'Keyed hash of who you are at an identity provider',
        nb: 'Et avtrykk av hvem du er hos en innloggingstjeneste',
        sv: 'Ett avtryck av vem du är hos en inloggningstjänst',
      },
    },
    created_at: { nothingPersonal: 'when it was first used' },
    removed_at: { nothingPersonal: 'when it was removed' },
  },
  account_password: {
    record_id: record,
    hash: {
      holds: passwordCategory,
      store: 'sealed',
      title: { en: 'Hash of your password', nb: 'Et avtrykk av passordet ditt', sv: 'Ett avtryck av ditt lösenord' },
    },
    set_at: { nothingPersonal: 'when it was set' },
  },
  ...settingsColumns,
  account_session: {
    id,
    record_id: record,
    token_index: {
      holds: sessionCategory,
      store: 'index',
      title: {
        en: 'Keyed hash of what your browser shows us',
        nb: 'Et avtrykk av det nettleseren din viser oss',
        sv: 'Ett avtryck av det som din webbläsare visar oss',
      },
    },
    way: { nothingPersonal: 'which way to sign in' },
    waiting: { nothingPersonal: 'whether the second factor is still to come' },
    factors: { nothingPersonal: 'how many factors were shown in it' },
    created_at: { nothingPersonal: 'when it began' },
    updated_at: { nothingPersonal: 'when it was lengthened' },
    shown_at: { nothingPersonal: 'when its person last showed that they are it' },
    expires_at: { nothingPersonal: 'when it ends by itself' },
    ended_at: { nothingPersonal: 'when it was ended' },
  },
  sign_in_code: {
    id,
    record_id: record,
    about_index: {
      holds: codeCategory,
      store: 'index',
      title: {
        en: 'A number made of the address that a code was sent to',
        nb: 'Et tall laget av adressen en kode ble sendt til',
        sv: 'Ett tal gjort av adressen som en kod skickades till',
      },
    },
    value: {
      holds: codeCategory,
      store: 'sealed',
      title: {
        en: 'Keyed hash of a code, or a challenge',
        nb: 'Et avtrykk av en kode, eller en utfordring',
        sv: 'Ett avtryck av en kod, eller en utmaning',
      },
    },
    created_at: { nothingPersonal: 'when it was made' },
    expires_at: { nothingPersonal: 'when it lapses' },
    used_at: { nothingPersonal: 'when it was used' },
  },
} as const satisfies { [Table in keyof AccountTables]: RowBindings<AccountTables[Table]> }

const ofAccount = <Columns>(columns: Columns) => ({ record: accountRecord, columns }) as const

/** The same as the database's rights have it. */
export const accountTables = {
  account: ofAccount(accountColumns.account),
  account_passkey: ofAccount(accountColumns.account_passkey),
  account_second_factor: ofAccount(accountColumns.account_second_factor),
  account_recovery_code: ofAccount(accountColumns.account_recovery_code),
  account_provider: ofAccount(accountColumns.account_provider),
  // Not every policy has passwords, and one that has none says nothing of how long they live: they go with the account.
  account_password: { columns: accountColumns.account_password },
  account_picture: ofAccount(accountColumns.account_picture),
  account_address_change: ofAccount(accountColumns.account_address_change),
  account_digest: { record: digestRecord, columns: accountColumns.account_digest },
  // A session is shorter than its account: it has a time of its own, which this feature keeps.
  account_session: { columns: accountColumns.account_session },
  sign_in_code: { record: signInRecord, columns: accountColumns.sign_in_code },
} as const
