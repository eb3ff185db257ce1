import type { Duration } from './duration.ts'
import type { Text } from './text.ts'

/** How consent is asked for. Being there, having an account or going on using something is no way of asking. */
export const waysOfAsking = ['banner', 'settings', 'just-in-time', 'form', 'meeting'] as const
export type WayOfAsking = (typeof waysOfAsking)[number]

/** One thing that people can say yes or no to, by itself (GDPR art. 4(11), 6(1)(a), 7). */
export interface ConsentPurpose {
  readonly title: Text
  /** What is asked, whole: this text is hashed, and the hash stands in the record (ISO/IEC TS 27560). */
  readonly text: Text
  readonly asked: WayOfAsking
  /** After this the answer counts no longer and is asked for again. */
  readonly validFor: Duration
  /** What ends when it is withdrawn, beyond what it carried: nothing may (art. 7(4)). */
  readonly withdrawalEnds?: 'only-this' | 'service' | undefined
  /** Explicit consent (art. 9(2)(a), 49(1)(a)). */
  readonly explicit?: boolean | undefined
}
