import type { Language } from '@samtale/policy'
import type { Personal } from '../../../platform/personal.ts'

/** Somebody who can be told; without an address, where it can't be opened. */
export interface Reachable {
  /** The record that the mail belongs to, and is deleted with. */
  readonly record: string
  readonly address: Personal<string> | null
  readonly language: Language
}

/** Where people with an address are found. */
export interface AddressBook {
  /** What is kept of them there. */
  readonly category: string
  /** Page by page, so that it doesn't matter how many there are. */
  pages(): AsyncIterable<readonly Reachable[]>
}
