import type { FindingCode } from '../src/check/findings.ts'

/** What a profile of `profiles/` says that contradicts itself or the law: which part is refused, and why. */
export interface Expected {
  /** Parts that carry a mistake of their own. What refers to them is refused with them, and isn't listed. */
  readonly refused: Readonly<Record<string, readonly FindingCode[]>>
  /** Told, and nothing is refused for it. */
  readonly warned: Readonly<Record<string, readonly FindingCode[]>>
}

/**
 * The mistakes of the five policies, where a reader of their texts finds them: a claim that the rest contradicts is
 * refused itself, and what contradicts it is not.
 */
export const expectedFindings: Readonly<Record<string, Expected>> = {
  huddly: {
    refused: {
      // The text promises a date at its top, and has none.
      effective: ['policy.version.missing'],
      // Three lists are announced and left blank.
      'lists.recipients': ['section.empty'],
      'lists.cookies': ['section.empty'],
      'lists.browsers': ['section.empty'],
      // “[three years]”; “section 3.3” and “section 4” are about something else, and a page made from parts has no numbers.
      'lists.deletion': ['text.placeholder'],
      'lists.see-statistics': ['reference.broken'],
      'lists.see-technologies': ['reference.broken'],
      'consents.browser-settings': ['consent.implied'],
      'claims.google-anonymous': ['claim.anonymous.false'],
      'processings.google-servers': ['retention.missing'],
    },
    warned: {
      controller: ['controller.address.incomplete'],
      'storage.ga': ['cookie.lifetime.long'],
      'storage.ga_*': ['cookie.lifetime.long'],
      'recipients.service-providers': ['recipient.by-category'],
      'recipients.partners': ['recipient.by-category'],
      'recipients.advertisers': ['recipient.by-category'],
      signals: ['signal.ignored'],
      'reviews.collection': ['review.overdue'],
      'reviews.security': ['review.overdue'],
    },
  },
  whereby: {
    refused: {
      // Decided by how long statistics need it, and nothing else.
      'processings.usage-history': ['retention.unbounded'],
      // “By using … you agree to the new terms”.
      'consents.going-on': ['consent.implied'],
      // The linked cookie policy: pictures in mails that tell of opening.
      'mails.digest-opened': ['mail.tracked.without-consent'],
    },
    warned: {},
  },
  'no-isolation': {
    refused: {
      // Nothing leaves the EEA, and tags of companies in the United States.
      regions: ['recipient.contradicts.claim'],
      'claims.eea-only': ['recipient.contradicts.claim'],
    },
    warned: { controller: ['controller.address.incomplete'] },
  },
  klikk: {
    refused: {
      effective: ['policy.version.missing'],
      regions: ['recipient.contradicts.claim'],
      'claims.eea-only': ['recipient.contradicts.claim'],
      'claims.no-third-parties': ['recipient.contradicts.claim'],
      'claims.matomo-anonymous': ['claim.anonymous.false'],
      // Five years from the order end before five years from the end of the fiscal year.
      'processings.bookkeeping': ['retention.below.legal.min'],
      // Rows of single visits for five years; they have a visitor's number, so they are not anonymous.
      'processings.statistics-rows': ['retention.above.cap'],
      'mails.tips': ['mail.kind.mismatch'],
      'storage.smuuid': ['cookie.category.mismatch'],
      'storage.smclient': ['cookie.category.mismatch'],
      'storage.CONSENT': ['cookie.lifetime.missing'],
      'storage.ANID': ['cookie.lifetime.missing'],
      'storage.SAPISID': ['cookie.lifetime.missing'],
      'storage.SSID': ['cookie.lifetime.missing'],
    },
    warned: {
      'storage.bcookie': ['cookie.lifetime.long'],
      'storage.datr': ['cookie.lifetime.long'],
      'storage.sb': ['cookie.lifetime.long'],
      'reviews.risks': ['review.overdue'],
    },
  },
  nameless: {
    refused: {
      controller: ['controller.identity.missing'],
      effective: ['policy.version.missing'],
      'consents.visiting': ['consent.implied'],
      'consents.having-an-account': ['consent.implied'],
      'consents.going-on': ['consent.implied'],
      'consents.sign-up': ['consent.bundled'],
      'mails.survey': ['mail.tracked.without-consent'],
      'processings.trends': ['retention.unbounded'],
    },
    warned: {},
  },
}
