import type { FindingCode } from '../src/check/findings.ts'

/** What a profile of `profiles/` says that contradicts itself or the law: which part is refused, and why. */
interface Expected {
  /** Parts that carry a mistake of their own. What refers to them is refused with them, and isn't listed. */
  readonly refused: Readonly<Record<string, readonly FindingCode[]>>
  /** Parts, by what is told of them; nothing is refused for it. */
  readonly warned: Partial<Readonly<Record<FindingCode, readonly string[]>>>
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
      'processings.google-servers': ['retention.missing'],
      'claims.google-anonymous': ['claim.anonymous.false'],
    },
    warned: {
      'controller.address.incomplete': ['controller'],
      'recipient.by-category': ['recipients.service-providers', 'recipients.advertisers', 'recipients.partners'],
      'cookie.lifetime.long': ['storage.ga', 'storage.ga_*'],
      'review.overdue': ['reviews.collection', 'reviews.security'],
      'signal.ignored': ['signals'],
    },
  },
  whereby: {
    refused: {
      // Use after a change is taken for a yes to it.
      'consents.going-on': ['consent.implied'],
      // Decided by how long statistics need it, and nothing else.
      'processings.usage-history': ['retention.unbounded'],
      // The linked cookie policy: cookies in mails.
      'mails.watched': ['mail.tracked.without-consent'],
    },
    warned: {
      'recipient.by-category': [
        'recipients.hosting',
        'recipients.payment-processors',
        'recipients.analysis-tools',
        'recipients.support-tools',
        'recipients.mail-tools',
        'recipients.recruiting-tools',
        'recipients.internal-tools',
        'recipients.group',
        'recipients.researchers',
      ],
      'cookie.lifetime.long': ['storage.amplitude_*', 'storage._ga', 'storage.personalization_id'],
    },
  },
  'no-isolation': {
    refused: {
      // Nothing leaves the EEA, and tags of companies in the United States.
      'claims.eea-only': ['recipient.contradicts.claim'],
      regions: ['recipient.contradicts.claim'],
    },
    warned: {
      'controller.address.incomplete': ['controller'],
      'recipient.by-category': ['recipients.dotterbolag'],
      'review.overdue': ['reviews.skydd'],
    },
  },
  klikk: {
    refused: {
      // A year of copyright, and no day.
      effective: ['policy.version.missing'],
      // Five years from the order end before five years from the end of the fiscal year.
      'processings.order-records': ['retention.below.legal.min'],
      // Tips before and after a trial, under the contract.
      'processings.tips': ['mail.kind.mismatch'],
      'mails.tips': ['mail.kind.mismatch'],
      // Rows of single visits for five years; they have a visitor's number, so they are not anonymous.
      'processings.statistics-rows': ['retention.above.cap'],
      'storage.smuuid': ['cookie.category.mismatch'],
      'storage.smclient': ['cookie.category.mismatch'],
      // “Persistent” is no lifetime.
      'storage.CONSENT': ['cookie.lifetime.missing'],
      'storage.ANID': ['cookie.lifetime.missing'],
      'storage.SAPISID': ['cookie.lifetime.missing'],
      'storage.SSID': ['cookie.lifetime.missing'],
      'claims.no-third-parties': ['recipient.contradicts.claim'],
      'claims.eea-only': ['recipient.contradicts.claim'],
      'claims.matomo-anonymous': ['claim.anonymous.false'],
      regions: ['recipient.contradicts.claim'],
    },
    warned: {
      'cookie.lifetime.long': [
        'storage.smclient',
        'storage.bcookie',
        'storage.datr',
        'storage.sb',
        'storage.HSID',
        'storage.APISID',
        'storage.SID',
        'storage.__Secure-3PAPISID',
        'storage.__Secure-3PSID',
      ],
      'review.overdue': ['reviews.risks'],
    },
  },
  nameless: {
    refused: {
      // “The Provider”, without a date.
      controller: ['controller.identity.missing'],
      effective: ['policy.version.missing'],
      // By visiting, by having an account, by going on.
      'consents.visiting': ['consent.implied'],
      'consents.having-an-account': ['consent.implied'],
      'consents.going-on': ['consent.implied'],
      // Consent can be taken back, and the trial is over then.
      'consents.sign-up': ['consent.bundled'],
      'processings.trends': ['retention.unbounded'],
      'processings.location-precise': ['category.location.precise'],
      'mails.watched': ['mail.tracked.without-consent'],
    },
    warned: { 'recipient.by-category': ['recipients.payment-processors'] },
  },
}
