import type { HoldGround } from '@samtale/policy/grounds'
import type { RestrictionGround } from './tables.ts'

/** Something that happened to a record, or to a person and so to all their records, and decides what becomes of it. */
export type Fact = RecordFact | SubjectFact

export type RecordFact = { readonly record: string; readonly at: Date } &
  /** A retention event came about; the latest counts. */
  (
    | { readonly kind: 'event'; readonly event: string }
    /** An answer to a question of the policy. */
    | {
        readonly kind: 'consent'
        readonly consent: string
        readonly given: boolean
        readonly expiresAt?: Date | undefined
        readonly supersededAt?: Date | undefined
      }
    /** GDPR art. 21. */
    | { readonly kind: 'objection'; readonly purpose: string }
    | { readonly kind: 'decision'; readonly purpose: string; readonly outcome: 'upheld' | 'overridden' }
    /** GDPR art. 17. */
    | { readonly kind: 'erasure' }
    /** A mail was sent that has to come before something goes; or there is no address to send it to. */
    | { readonly kind: 'notice'; readonly mail: string; readonly sent: 'sent' | 'no-address' }
    | {
        readonly kind: 'hold'
        readonly hold: string
        readonly categories: readonly string[]
        readonly ground: HoldGround
        /** Who answers for it, as a role such as `legal`. */
        readonly owner: string
        readonly reviewBy: Date
      }
    | { readonly kind: 'hold.released'; readonly hold: string }
    /** Rows, keys and files are gone, or what they held was made anonymous. */
    | {
        readonly kind: 'gone'
        readonly of: string
        readonly categories: readonly string[]
        readonly outcome: 'delete' | 'anonymise'
      }
  )

/** GDPR art. 18. */
export type SubjectFact = { readonly subject: string; readonly at: Date; readonly restriction: string } & (
  | { readonly kind: 'restriction'; readonly ground: RestrictionGround }
  /** The person was told that it will be lifted (art. 18(3)). */
  | { readonly kind: 'restriction.told' }
  | { readonly kind: 'restriction.lifted' }
)
