/**
 * What of a record decides what becomes of it: keys and times, nothing personal. They are facts, not commands: their
 * order doesn't matter, each is written once and the rest follows. What lies after the instant that is asked about has
 * not happened yet.
 */
export interface RecordFacts {
  /** Categories that records of this kind hold. */
  readonly categories: readonly string[]
  /** Event `collected`. */
  readonly madeAt: Date
  /**
   * When each retention event came about, the latest time where it comes about again, or when it is known to. A record
   * of somebody who has a contract has `contract-start`; `fiscal-year-end` follows from `transaction`.
   */
  readonly events: Readonly<Record<string, Date>>
  /** Answers to each consent question, by its key. */
  readonly consents: Readonly<Record<string, readonly ConsentAnswer[]>>
  readonly objections: readonly Objection[]
  readonly restrictions: readonly Restriction[]
  /** When the person asked for erasure, and nothing stood against it. */
  readonly erasedAt: Date | null
  readonly holds: readonly Hold[]
  /** When people were last told that their data will go, by the mail's key; or that they have no address to be told at. */
  readonly notices: Readonly<Record<string, Date | 'no-address'>>
  /** Categories that have been deleted. What is gone doesn't come back. */
  readonly gone: Readonly<Record<string, Date>>
}

/** A yes, or a no that takes an earlier yes back (GDPR art. 7). */
export interface ConsentAnswer {
  readonly at: Date
  readonly given: boolean
  /** Sooner than the policy's own time for this consent. */
  readonly expiresAt?: Date | undefined
  /** Since when what is asked is materially another thing, so that this yes no longer covers it. */
  readonly supersededAt?: Date | undefined
}

/** An objection to what is done for a purpose (GDPR art. 21), with its outcome once it is decided. */
export interface Objection {
  readonly purpose: string
  readonly at: Date
  readonly decision?: { readonly at: Date; readonly outcome: 'upheld' | 'overridden' } | undefined
}

/**
 * The person asked that their data be kept and not used (GDPR art. 18). It doesn't lengthen anything: where it is asked
 * so that data isn't deleted (art. 18(1)(b) and (c)), a hold says until when that is to be looked at again.
 */
export interface Restriction {
  readonly at: Date
  readonly liftedAt?: Date | undefined
}

/** Why something is kept that would otherwise go (GDPR art. 17(3), or art. 18(1) at the person's own wish). */
export const holdGrounds = ['17-3-a', '17-3-b', '17-3-c', '17-3-d', '17-3-e', '18-1-b', '18-1-c'] as const
export type HoldGround = (typeof holdGrounds)[number]

/** A decision of somebody to keep some categories of a record; it ends when it is released, never by itself. */
export interface Hold {
  readonly id: string
  readonly categories: readonly string[]
  readonly ground: HoldGround
  readonly placedAt: Date
  readonly reviewBy: Date
  readonly releasedAt?: Date | undefined
}
