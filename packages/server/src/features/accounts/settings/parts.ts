import type { Accounts } from '../accounts.ts'
import type { AccountRouteParts, OwnVisit } from '../routes.ts'
import type { AddressChanges } from './address-changes.ts'
import type { Digests } from './digest.ts'
import type { OwnData } from './own-data.ts'

/** What the settings of an account work with, beside the account itself. */
export interface OwnParts {
  readonly data: OwnData
  readonly addresses: AddressChanges
  readonly digests: Digests
  readonly keeping: {
    /** Whether a link to keep an account is good. */
    mayKeep(token: string): Promise<boolean>
    /** The account was used: its time counts from now. False where the link isn't good, or there is no account. */
    keep(token: string): Promise<boolean>
  }
}

/** What routes of the settings are made of. */
export interface SettingsRouteParts extends AccountRouteParts {
  readonly accounts: Accounts
  readonly own: OwnParts
}

/** A page of the settings, without and with what is told of it in the address. */
export function pageAt(path: string, { language }: Pick<OwnVisit, 'language'>, more = ''): string {
  return `${path}?lang=${language}${more}`
}
