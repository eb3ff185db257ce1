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

/** All that is a person's own, behind their account: what is kept, what they agreed to, who looked, and its end. */
export interface OwnData {
  kept(account: string): Promise<Kept[]>
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
  /** Deletes everything that can be, at once. */
  erase(account: string, language: Language): Promise<Deleted>
}
