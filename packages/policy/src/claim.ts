import type { Text } from './text.ts'

/** What a policy can claim about the system. Each kind is checked against the policy, and proved by tests of the system. */
export const claimKinds = [
  'stored-in-eea-only',
  'no-third-parties',
  'never-sold',
  'anonymous',
  'end-to-end-encrypted',
  'encrypted-in-transit',
  'media-not-stored',
  'not-recorded',
  'no-access-to-content',
  'no-automated-decisions',
  'no-profiling',
  'no-tracking',
  'no-cookies',
  'no-mail-tracking',
  'addresses-cut',
  'guest-leaves-nothing',
  'erasure-reaches-backups',
  'purpose-enforced-by-database',
  'egress-closed',
  'staff-need-to-know',
] as const
export type ClaimKind = (typeof claimKinds)[number]

/** A sentence about how the system works, which has to be true. */
export interface Claim<Category extends string = string> {
  readonly kind: ClaimKind
  readonly says: Text
  /** The categories, storage keys, recipients or ways of media that it is about, where it isn't about all. */
  readonly about?: readonly Category[] | undefined
  /** Most people in the rooms that it is about, where it isn't about all rooms. */
  readonly people?: number | undefined
}
