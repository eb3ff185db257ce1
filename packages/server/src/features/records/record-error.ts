/** What can't be written down about a record. `docs/errors.md` is compared with this table by a test. */
export const recordErrors = {
  'record.unknown': {
    means: 'A record is not there, or no longer.',
    nextStep: 'Look up the records again; what was deleted can’t be held.',
  },
  'record.nothing-to-decide': {
    means: 'Nobody has objected to this use of the record, or it was decided already.',
    nextStep: 'Nothing has to be done.',
  },
  'hold.empty': {
    means: 'A hold names no record, or no category.',
    nextStep: 'Name the records and what of them is to be kept; a hold is never about a whole person.',
  },
  'hold.review-missing': {
    means: 'A hold has no day of review, or one that is past.',
    nextStep: 'Say when it is to be looked at again.',
  },
  'hold.owner-invalid': {
    means: 'Nobody answers for the hold, or they are named by name.',
    nextStep: 'Name a role in small letters, such as legal.',
  },
  'hold.category-unknown': {
    means: 'None of the records holds a category that the hold names.',
    nextStep: 'Correct the category; the policy page lists them.',
  },
  'hold.unknown': { means: 'There is no such hold, or it was released.', nextStep: 'Nothing has to be done.' },
  'restriction.unknown': {
    means: 'There is no such restriction, or the person was told already.',
    nextStep: 'Nothing has to be done.',
  },
  'restriction.not-told': {
    means: 'The person hasn’t been told that the restriction will be lifted, or it was lifted already.',
    nextStep: 'Tell them first (GDPR art. 18(3)).',
  },
} as const satisfies Record<string, { means: string; nextStep: string }>

export type RecordErrorCode = keyof typeof recordErrors

/** Carries a code and its sentence. */
export class RecordError extends Error {
  readonly code: RecordErrorCode

  constructor(code: RecordErrorCode) {
    super(recordErrors[code].means)
    this.name = 'RecordError'
    this.code = code
  }
}
