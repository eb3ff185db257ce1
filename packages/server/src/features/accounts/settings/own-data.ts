import type { Language, Text } from '@samtale/policy'
import type { Personal } from '../../../platform/personal.ts'

/** Something that is kept about a person, of one category: what, why and until when, by the policy in force. */
export interface Kept {
  readonly category: string
  readonly title: Text
  readonly description: Text
  /** Each rule of the policy by which it is kept, as in “until 24 months after you last used it”. */
  readonly rules: readonly Text[]
  /** When it goes as things are now, and the latest of several; null where that isn't known yet. */
  readonly until: Date | null
  /** `restricted`: kept, and used for nothing. */
  readonly state: 'in-use' | 'restricted'
  /** In how many records. */
  readonly records: number
}

/** A question that somebody can answer, or has answered. */
export interface OwnConsent {
  readonly key: string
  readonly title: Text
  /** What a yes says, whole. */
  readonly text: Text
  readonly given: boolean
  /** When it was answered last; null where it never was. */
  readonly at: Date | null
  /** Where a yes is given; null where that is here. */
  readonly givenAt: string | null
}

/** A look of the staff. */
export interface OwnStaffRead {
  readonly at: Date
  readonly role: 'operator' | 'command'
  readonly why: Personal<string>
}

/** What a deletion came to. */
export interface Deleted {
  /** For reading, and as the file that can be checked by anybody. */
  readonly inWords: string
  readonly certificate: string
}

/** An organisation that nobody else owns, and what becomes of it when the account is deleted. */
export interface OwnOrganisation {
  readonly organisation: string
  readonly name: Personal<string>
  /** An admin owns it then; or its people are told and it is deleted a month later; or it is deleted with the account. */
  readonly becomes: 'handed-over' | 'deleted-later' | 'deleted'
}

/** All that is a person's own, behind their account: what is kept, what they agreed to, who looked, and its end. */
export interface OwnData {
  kept(account: string): Promise<Kept[]>
  /** Whether there are rooms here that go with an account. */
  readonly hasRooms: boolean
  /** What the policy in force says of categories that have no records, such as where somebody is signed in. */
  declared(categories: readonly string[]): Kept[]
  /** What stays when the account is deleted, since something else than the person's wish keeps it. */
  staysAfterDeletion(account: string): Promise<Kept[]>
  staffReads(account: string): Promise<OwnStaffRead[]>
  consents(account: string): Promise<OwnConsent[]>
  /** Answers a question; false where there is none such, or nothing to take back. */
  answer(account: string, answer: { key: string; given: boolean; language: Language; method: string }): Promise<boolean>
  /** Everything as a ZIP. */
  pack(account: string, language: Language): AsyncIterable<Uint8Array>
  /** Organisations that would have no owner without them. */
  solelyOwned(account: string): Promise<readonly OwnOrganisation[]>
  /** The address to which a certificate can go; null where there is none. */
  addressOf(account: string): Promise<Personal<string> | null>
  /** Deletes everything that can be, at once. @param mailTo where its certificate goes, when all else is gone */
  erase(account: string, language: Language, mailTo: Personal<string> | null): Promise<Deleted>
}
