import type { LegalBasis } from '../legal-basis.ts'
import type { HoldGround } from './facts.ts'

/** What becomes of one category of a record, at one instant. */
export interface Fate {
  readonly category: string
  /** Gone: it has to be deleted, or has been. Restricted: kept, and used by nobody but to keep it and for legal claims. */
  readonly state: 'in-use' | 'restricted' | 'gone'
  /** What it rests on; nothing, where it is gone. */
  readonly grounds: readonly Ground[]
  /** What it rested on, in the order in which that ended. */
  readonly ended: readonly EndedGround[]
  /** Purposes that it may be used for. */
  readonly purposes: readonly string[]
  /** Whether the right to take it along covers it (GDPR art. 20(1)). */
  readonly portable: boolean
  /** Since when the person has restricted it (GDPR art. 18). */
  readonly restrictedSince: Date | null
  /** When the last of its grounds ends or has ended, as far as is known by now: nothing is deleted before. */
  readonly earliest: Date | null
  /** By when it has to be deleted after that. */
  readonly dueBy: Date | null
  /** The next instant at which anything of this may change without a new fact. */
  readonly nextChange: Date | null
  /** Mails without which its time doesn't end, each with when it may be sent. */
  readonly noticesDue: readonly DueNotice[]
  /** What is to be done with what is gone. */
  readonly outcome: 'delete' | 'anonymise'
}

/** Something that data rests on now. `until` is null where nothing that is known ends it. */
export type Ground =
  | {
      readonly kind: 'processing'
      readonly processing: string
      readonly purpose: string
      readonly article: LegalBasis['article']
      /** `keep`: the law asks for no more than keeping. `suspended`: an objection is being weighed (art. 18(1)(d)). */
      readonly effect: 'use' | 'keep' | 'suspended'
      readonly until: Date | null
    }
  | { readonly kind: 'minimum'; readonly law: string; readonly until: Date | null }
  | {
      readonly kind: 'hold'
      readonly hold: string
      readonly ground: HoldGround
      readonly reviewBy: Date
      readonly until: Date | null
    }
  /** No processing of the policy covers the category: nobody uses it, and a slip in a file deletes nothing. */
  | { readonly kind: 'undeclared'; readonly until: Date | null }

export type EndedGround =
  | { readonly kind: 'processing'; readonly processing: string; readonly by: Ending; readonly at: Date }
  | { readonly kind: 'minimum'; readonly law: string; readonly by: 'minimum-over'; readonly at: Date }
  | { readonly kind: 'hold'; readonly hold: string; readonly by: 'hold-released'; readonly at: Date }
  | { readonly kind: 'undeclared'; readonly by: 'erased'; readonly at: Date }

/** How a processing loses its ground. `no-contract`: it is for customers, and this person is none. */
export type Ending =
  | 'retention-over'
  | 'cap-over'
  | 'erased'
  | 'not-given'
  | 'refused'
  | 'withdrawn'
  | 'expired'
  | 'superseded'
  | 'objected'
  | 'no-contract'

export interface DueNotice {
  readonly mail: string
  readonly processing: string
  readonly at: Date
}
