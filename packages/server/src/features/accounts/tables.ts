import type { Language } from '@samtale/policy'
import type { Generated } from 'kysely'
import type { BlindIndex, Sealed } from '../../platform/seals/sealed.ts'

import type { Theme } from '../pages/index.ts'
import type { SettingsTables } from './settings/tables.ts'

/** What an account holds, for the policy: the person's address and name, and what they may do. */
export const accountCategory = 'account'
/** How its person shows that they are it. */
export const keysCategory = 'account.keys'
/** A password, where a policy has them. */
export const passwordCategory = 'account.password'
/** Where they are signed in. */
export const sessionCategory = 'account.session'
/** What is under way while somebody signs in. */
export const codeCategory = 'sign-in.code'
/** What all of it is read and written for. */
export const purpose = 'account'
/** Kind of the record that an account is. */
export const accountRecord = 'account'
/** Kind of the short-lived records of codes and challenges. */
export const signInRecord = 'sign-in'

export type Role = 'member' | 'organisation-admin' | 'operator'
/** How a session began. */
export type Way = 'code' | 'passkey' | 'provider' | 'password'

/** Table `account`. */
export interface AccountRow {
  record_id: string
  address: Sealed<typeof accountCategory> | null
  address_index: BlindIndex | null
  /** Whether its person showed here that the address is theirs; else somebody else said so. */
  address_verified: boolean
  phone: Sealed<typeof accountCategory> | null
  phone_index: BlindIndex | null
  name: Sealed<typeof accountCategory> | null
  /** Of mail to them. */
  language: Language
  theme: Generated<Theme>
  role: Role
  created_at: Date
  updated_at: Date
}

/** Table `account_passkey`. */
export interface AccountPasskeyRow {
  id: string
  record_id: string
  name: Sealed<typeof keysCategory> | null
  credential_index: BlindIndex | null
  credential: Sealed<typeof keysCategory> | null
  public_key: Sealed<typeof keysCategory> | null
  counter: number
  created_at: Date
  removed_at: Date | null
}

/** Table `account_second_factor`. */
export interface AccountSecondFactorRow {
  record_id: string
  secret: Sealed<typeof keysCategory> | null
  /** Step of 30 seconds of the last code that was taken. */
  last_step: number
  /** Null until the first code showed that the app has the secret. */
  confirmed_at: Date | null
}

/** Table `account_recovery_code`. */
export interface AccountRecoveryCodeRow {
  id: string
  record_id: string
  code_index: BlindIndex | null
  used_at: Date | null
}

/** Table `account_provider`: who somebody is at an identity provider. */
export interface AccountProviderRow {
  id: string
  record_id: string
  subject_index: BlindIndex | null
  created_at: Date
  removed_at: Date | null
}

/** Table `account_password`. */
export interface AccountPasswordRow {
  record_id: string
  /** Argon2id, as text (PHC string format). */
  hash: Sealed<typeof passwordCategory> | null
  set_at: Date
}

/** Table `account_session`. */
export interface AccountSessionRow {
  id: string
  record_id: string
  token_index: BlindIndex | null
  way: Way
  /** Still without the second factor that the account asks for. */
  waiting: boolean
  /** How many factors were shown in it; a passkey stands for two. */
  factors: 1 | 2
  created_at: Date
  updated_at: Date
  /** When its person last showed that they are it. */
  shown_at: Date
  expires_at: Date
  ended_at: Date | null
}

/** Table `sign_in_code`. */
export interface SignInCodeRow {
  id: string
  record_id: string
  about_index: BlindIndex | null
  value: Sealed<typeof codeCategory> | null
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

export interface AccountTables extends SettingsTables {
  account: AccountRow
  account_passkey: AccountPasskeyRow
  account_second_factor: AccountSecondFactorRow
  account_recovery_code: AccountRecoveryCodeRow
  account_provider: AccountProviderRow
  account_password: AccountPasswordRow
  account_session: AccountSessionRow
  sign_in_code: SignInCodeRow
}
