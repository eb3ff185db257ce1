/** Every field that an entry may have beside its time. */
export const ledgerFields = [
  'backup',
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
  'told',
  'unreached',
] as const

export type LedgerField = (typeof ledgerFields)[number]

/**
 * Every kind of entry, with the fields that it has. Facts are entered when they are written down, and `gone` when rows,
 * keys and files are gone.
 */
export const ledgerKinds = {
  event: ['event'],
  consent: ['consent', 'given', 'expires', 'superseded'],
  objection: ['purpose'],
  decision: ['purpose', 'outcome'],
  erasure: [],
  notice: ['mail', 'outcome'],
  hold: ['hold', 'categories', 'ground', 'owner', 'review'],
  'hold.released': ['hold'],
  restriction: ['restriction', 'ground'],
  'restriction.told': ['restriction'],
  'restriction.lifted': ['restriction'],
  gone: ['kind', 'categories', 'outcome'],
  /** Everybody who can be reached knows of a coming version of the policy, which takes effect then. */
  'policy.told': ['told', 'unreached', 'expires'],
  /** A backup was put in place; the outcome says whether a newer copy of this ledger was found. */
  restored: ['backup', 'outcome'],
} as const satisfies Record<string, readonly LedgerField[]>

export type LedgerKind = keyof typeof ledgerKinds
