import type { Policy } from '../policy.ts'
import type { Language } from '../text.ts'
import type { ConsentEventState } from './consent-state.ts'
import type { ConsentText } from './consent-text.ts'

/** An answer with what was shown when it was given. */
export interface AnswerGiven {
  readonly asked: ConsentText
  readonly state: ConsentEventState
  readonly at: Date
  /** How it was asked and answered, such as `banner` or `unsubscribe-link`. */
  readonly method: string
}

export interface ReceiptSource {
  /** Of the record here; it tells nothing by itself. */
  readonly recordId: string
  readonly language: Language
  /** Hash of the policy that was in effect. */
  readonly notice: string
  readonly answers: readonly AnswerGiven[]
  /** Where consent can be taken back. */
  readonly withdrawal: string
}

/**
 * A receipt that the person keeps (ISO/IEC TS 27560:2023, consent receipt): what they were asked, word for word with its
 * hash, what they answered, for what, who answers for it, and how it is taken back.
 */
export function consentReceipt(policy: Policy, source: ReceiptSource) {
  const { language } = source
  return {
    schema_version: 'ISO/IEC TS 27560:2023',
    record_id: source.recordId,
    pii_principal_id: source.recordId,
    privacy_notice: source.notice,
    language,
    jurisdiction: policy.controller?.country ?? null,
    pii_controllers: policy.controller === null ? [] : [controllerOf(policy.controller)],
    withdrawal_method: source.withdrawal,
    privacy_rights: ['A7-3', 'A13', 'A15', 'A16', 'A17', 'A18', 'A20', 'A77'].map((article) => `eu-gdpr:${article}`),
    purposes: source.answers.map((answer) => purposeOf(policy, answer, language)),
  }
}

function controllerOf({ name, address, country, email, privacyContact }: NonNullable<Policy['controller']>) {
  return { name, address, country, email, privacy_contact: privacyContact }
}

function purposeOf(policy: Policy, { asked, state, at, method }: AnswerGiven, language: Language) {
  const carried = Object.values(policy.processings).filter(
    ({ basis }) => basis.article === '6-1-a' && basis.consent === asked.key,
  )
  const titles = (keys: readonly string[], among: Policy['categories'] | Policy['recipients']) =>
    [...new Set(keys)].map((key) => among[key]?.title[language] ?? key)
  return {
    purpose: asked.title,
    lawful_basis:
      policy.consents?.[asked.key]?.explicit === true ? 'eu-gdpr:A6-1-a-explicit-consent' : 'eu-gdpr:A6-1-a',
    text: asked.text,
    text_hash: asked.hash,
    pii_information: titles(
      carried.flatMap(({ categories }) => categories),
      policy.categories,
    ),
    recipient_third_parties: titles(
      carried.flatMap(({ recipients }) => (recipients === 'nobody' ? [] : recipients)),
      policy.recipients,
    ),
    event: {
      event_time: at.toISOString(),
      event_type: 'eu-gdpr:A4-11',
      event_state: state,
      validity_duration: policy.consents?.[asked.key]?.validFor ?? null,
      // Every answer is the person's own: nobody gives, refuses or takes back consent for them here.
      entity_id: 'pii-principal',
      method,
    },
  }
}
