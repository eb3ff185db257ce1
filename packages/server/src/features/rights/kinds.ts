/** Rights of the GDPR that can be asked for here: art. 15, 20, 16, 17, 18, 21, 7(3). */
export const rightKinds = [
  'access',
  'portability',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'withdrawal',
] as const
export type RightKind = (typeof rightKinds)[number]

/** Grounds of a restriction (art. 18(1)). */
export const restrictionGrounds = ['18-1-a', '18-1-b', '18-1-c', '18-1-d'] as const
/** What is objected to: marketing (art. 21(2)), or with it whatever rests on an interest or a public task (art. 21(1)). */
export const objectionScopes = ['marketing', 'all'] as const

export type Scope = (typeof restrictionGrounds)[number] | (typeof objectionScopes)[number]

/** What has to be chosen with a kind of request; nothing, for most. */
export function scopesOf(kind: RightKind): readonly Scope[] {
  if (kind === 'restriction') return restrictionGrounds
  return kind === 'objection' ? objectionScopes : []
}
