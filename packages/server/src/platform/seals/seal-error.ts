/** Why a value could not be sealed or opened. `docs/errors.md` is compared with this table by a test. */
export const sealErrors = {
  'seal.not-text': {
    means: 'The text to be sealed has half a surrogate pair, which no encoding carries.',
    nextStep: 'Refuse such text where it enters.',
  },
  'seal.malformed': {
    means: 'The value is not one that was sealed.',
    nextStep: 'Find out what wrote to the column.',
  },
  'seal.version-unknown': {
    means: 'The value was sealed by a version of Samtale that this one does not know.',
    nextStep: 'Run the version that wrote it, or a later one.',
  },
  'seal.refused': {
    means: 'The value was changed, or was moved from another column or record.',
    nextStep: 'Find out who wrote to the database; restore the row from a backup.',
  },
  'seal.key-gone': {
    means: 'The key of the value was destroyed, and the value with it.',
    nextStep: 'Nothing brings it back. Where many are gone, check that this is the key store of this database.',
  },
  'seal.key-damaged': {
    means: 'The key of the value was changed in the key store.',
    nextStep: 'Restore the key store from its newest backup.',
  },
  'seal.epoch-gone': {
    means: 'The key of the value is wrapped by an epoch key that the file of epoch keys does not have.',
    nextStep: 'Give every node the same, newest file (SAMTALE_KEK_FILE).',
  },
  'seal.keys-expired': {
    means: 'Keys that were fetched too long ago were used.',
    nextStep: 'Fetch the keys for each batch, right before it.',
  },
  'seal.busy': {
    means: 'The key store changed again and again while a key was being made.',
    nextStep: 'Try again.',
  },
  'seal.closed': {
    means: 'The key store has been closed.',
    nextStep: 'Close it after everything that uses it.',
  },
  'seal.sweep-refused': {
    means: 'More than half of all records with keys seem to be gone from the database.',
    nextStep: 'Check that this is the key store of this database; if it is, sweep again with force.',
  },
} as const satisfies Record<string, { means: string; nextStep: string }>

export type SealErrorCode = keyof typeof sealErrors

/** Carries a code and its sentence; never a value, a place or a key. */
export class SealError extends Error {
  readonly code: SealErrorCode

  constructor(code: SealErrorCode) {
    super(sealErrors[code].means)
    this.name = 'SealError'
    this.code = code
  }
}
