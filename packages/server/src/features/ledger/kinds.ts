/** Every field that an entry may have. */
export const ledgerFields = [
  'category',
  'categories',
  'consent',
  'event',
  'expires',
  'given',
  'ground',
  'hold',
  'kind',
  'mail',
  'outcome',
  'owner',
  'purpose',
  'restriction',
  'review',
  'superseded',
  'when',
] as const

export type LedgerField = (typeof ledgerFields)[number]

/**
 * Every kind of entry, with the fields that it has. Facts are entered when they are written down, `gone` when rows, keys
 * and files are gone, `replayed` when a restored database has caught up.
 */
export const ledgerKinds = {
  event: ['event', 'when'],
  consent: ['consent', 'given', 'when', 'expires', 'superseded'],
  objection: ['purpose', 'when'],
  decision: ['purpose', 'when', 'outcome'],
  erasure: ['when'],
  notice: ['mail', 'when'],
  hold: ['hold', 'categories', 'ground', 'owner', 'review', 'when'],
  'hold.released': ['hold', 'when'],
  restriction: ['restriction', 'ground', 'when'],
  'restriction.told': ['restriction', 'when'],
  'restriction.lifted': ['restriction', 'when'],
  gone: ['kind', 'categories'],
} as const satisfies Record<string, readonly LedgerField[]>

export type LedgerKind = keyof typeof ledgerKinds
