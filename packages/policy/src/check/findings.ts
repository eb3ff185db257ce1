/** Every mistake that a check of a policy can find. */
export const findingCodes = {
  'profile.syntax': 'The file is no YAML 1.2 document that can be read.',
  'profile.too-large': 'The file is larger than a policy can be.',
  'schema.unknown-key': 'A name is not part of the language.',
  'schema.invalid': 'A value is not of the kind that the language has there.',
  'controller.identity.missing': 'No controller is named, or a part of their identity is empty (GDPR art. 13(1)(a)).',
  'controller.address.incomplete': 'The controller’s postal address has no postcode, so that no letter arrives.',
  'policy.version.missing': 'The policy doesn’t say since when it is in effect.',
  'reference.broken': 'Something is referred to that is not declared.',
  'section.empty': 'A list that the policy has to fill is empty.',
  'text.missing': 'A text is empty in one of the languages.',
  'text.placeholder': 'A text still has a placeholder, such as [years].',
  'category.without-processing':
    'A category is declared and no processing, so no legal basis, covers it (GDPR art. 6).',
  'category.source.missing': 'Data comes from somebody else, and nobody says from whom (GDPR art. 14(2)(f)).',
  'category.location.precise': 'Precise location rests on something else than consent for it.',
  'category.card.stored': 'Card numbers are kept, or bound to a column.',
  'category.telemetry.subject': 'Telemetry that is said to be about devices is bound to a person.',
  'provision.missing': 'Nobody says whether data has to be given, and what happens if it isn’t (GDPR art. 13(2)(e)).',
  'purpose.unused': 'A purpose is declared and nothing is done for it.',
  'basis.missing': 'A processing has no legal basis (GDPR art. 6, 13(1)(c)).',
  'basis.interest.missing': 'A legitimate interest is claimed and not named or weighed (GDPR art. 6(1)(f), 13(1)(d)).',
  'consent.implied': 'Being there, having an account or going on is taken for consent (GDPR art. 4(11)).',
  'consent.without.use': 'Consent is asked for and nothing is done with it.',
  'consent.bundled': 'Withdrawing consent ends more than what it carried (GDPR art. 7(4)).',
  'retention.missing': 'A processing has no time after which the data is deleted (GDPR art. 13(2)(a)).',
  'retention.unbounded': 'A time has no end: a criterion alone is none (GDPR art. 5(1)(e)).',
  'retention.malformed': 'A time is no ISO 8601 duration.',
  'retention.below.legal.min': 'Data goes before a law allows it to.',
  'retention.above.cap': 'Data of this kind stays longer than is allowed for it.',
  'recipient.undeclared': 'Data goes to somebody who isn’t among the recipients.',
  'recipient.contradicts.claim': 'A recipient is where, or is what, a claim of the policy rules out.',
  'recipient.identity.missing': 'A processor has no legal name, country or agreement (GDPR art. 13(1)(e), 28(3)).',
  'recipient.by-category':
    'Recipients are named by category; who asks is told their names (GDPR art. 13(1)(e), 15(1)(c)).',
  'transfer.tool.missing': 'Data leaves the EEA and nothing says on what ground (GDPR art. 13(1)(f), ch. V).',
  'cookie.category.mismatch': 'Something that follows people is called necessary or functional.',
  'cookie.consent.missing': 'Something not strictly needed is kept on the device without consent (ePrivacy art. 5(3)).',
  'cookie.lifetime.missing': 'A cookie has no lifetime; “persistent” is none.',
  'cookie.lifetime.long': 'A cookie that tells browsers apart lives longer than authorities recommend.',
  'claim.anonymous.false': 'Data is called anonymous and singles people out.',
  'claim.e2e.false': 'Calls are called end-to-end encrypted while a router on the way decrypts them.',
  'claim.contradicted': 'A claim says what the rest of the policy contradicts.',
  'mail.kind.mismatch': 'Mail for marketing is declared as service mail, or the other way round.',
  'mail.tracked.without-consent': 'Opening of mail is tracked without consent for it.',
  'assessment.missing': 'A processing has two marks of a high risk and no impact assessment (GDPR art. 35).',
  'notice.late': 'People or the authority are told, or answered, later than the law allows.',
  'address.kept-long': 'Whole network addresses are kept for more than a week.',
  'signal.ignored': 'The policy ignores what browsers say by themselves; it is honoured all the same.',
  'review.overdue': 'Something promised to be looked at again has not been.',
} as const

export type FindingCode = keyof typeof findingCodes

const warnings: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'controller.address.incomplete',
  'cookie.lifetime.long',
  'recipient.by-category',
  'signal.ignored',
  'review.overdue',
])

/** One mistake in a policy. `at` is where, as names from the outside in, such as `processings.call.carry.purpose`. */
export interface Finding {
  readonly code: FindingCode
  readonly at: string
  readonly message: string
  /** The path that `at` spells, for names with dots in them. */
  readonly path?: readonly (string | number)[]
  /** The part that it takes for declared and isn’t, in each section where it could be. */
  readonly refersTo?: readonly string[]
  /** Refused parts that alone brought it about; then it is no mistake of its own. */
  readonly because?: readonly string[]
  /** Line in the file, from 1, where the policy came from one. */
  readonly line?: number
}

/** What refuses a part; a warning is told and refuses nothing. */
export function isError({ code }: Pick<Finding, 'code'>): boolean {
  return !warnings.has(code)
}
