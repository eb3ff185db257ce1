import type { FindingCode } from '../src/check/findings.ts'
import type { PolicyNumber } from '../src/coverage/policies.ts'

/** A row that a policy is refused for, and whether it is said in another, lawful way beside that. */
interface Refusal {
  readonly codes: readonly FindingCode[]
  readonly alsoStated?: true
}

/** Every row that a policy is refused for. All its other rows are stated, and refused for nothing. */
export const expectedRefusals: Readonly<Record<PolicyNumber, Readonly<Record<string, Refusal>>>> = {
  '000': {
    S06: { codes: ['policy.version.missing'] },
    S09: { codes: ['section.empty'] },
    R19: { codes: ['retention.missing'] },
    C08: { codes: ['consent.implied'] },
    Q02: { codes: ['consent.implied'], alsoStated: true },
    Q19: { codes: ['section.empty'], alsoStated: true },
    Q21: { codes: ['claim.anonymous.false'], alsoStated: true },
    A05: { codes: ['text.placeholder', 'reference.broken'] },
  },
  '001': {
    R13: { codes: ['retention.unbounded'], alsoStated: true },
    K14: { codes: ['mail.tracked.without-consent'], alsoStated: true },
    Q14: { codes: ['consent.implied'], alsoStated: true },
  },
  '002': {
    T01: { codes: ['recipient.contradicts.claim'] },
    Q08: { codes: ['recipient.contradicts.claim'] },
    Q09: { codes: ['recipient.contradicts.claim'] },
  },
  '003': {
    S06: { codes: ['policy.version.missing'] },
    P18: { codes: ['mail.kind.mismatch'], alsoStated: true },
    R06: { codes: ['retention.below.legal.min'] },
    R18: { codes: ['retention.above.cap'] },
    T01: { codes: ['recipient.contradicts.claim'] },
    K04: { codes: ['cookie.category.mismatch'] },
    K06: { codes: ['claim.anonymous.false'], alsoStated: true },
    K09: { codes: ['cookie.lifetime.missing'], alsoStated: true },
    Q08: { codes: ['recipient.contradicts.claim'] },
    Q09: { codes: ['recipient.contradicts.claim'] },
    Q21: { codes: ['claim.anonymous.false'], alsoStated: true },
  },
  '004': {
    S01: { codes: ['controller.identity.missing'] },
    S06: { codes: ['policy.version.missing'] },
    D01: { codes: ['consent.implied'], alsoStated: true },
    D21: { codes: ['category.location.precise'], alsoStated: true },
    D28: { codes: ['mail.tracked.without-consent'] },
    D29: { codes: ['consent.implied'] },
    P04: { codes: ['consent.implied'], alsoStated: true },
    P08: { codes: ['consent.implied'] },
    R13: { codes: ['retention.unbounded'], alsoStated: true },
    C08: { codes: ['consent.implied'] },
    C09: { codes: ['consent.bundled'] },
    K10: { codes: ['consent.implied'] },
    Q02: { codes: ['consent.implied'] },
    Q03: { codes: ['consent.implied'], alsoStated: true },
    Q04: { codes: ['consent.implied'] },
    Q13: { codes: ['mail.tracked.without-consent'] },
    Q14: { codes: ['consent.implied'], alsoStated: true },
    Q17: { codes: ['consent.bundled'], alsoStated: true },
  },
}
