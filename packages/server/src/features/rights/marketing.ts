import { isMarketing, type Policy } from '@samtale/policy'

type Marketed = Pick<Policy, 'purposes' | 'processings' | 'mails'>

/** Whether a purpose is direct marketing (GDPR art. 21(2)). */
export function isMarketingPurpose({ purposes }: Pick<Policy, 'purposes'>, purpose: string): boolean {
  const declared = Object.hasOwn(purposes, purpose) ? purposes[purpose] : undefined
  return declared !== undefined && isMarketing(declared)
}

/** Whether mail goes out on a yes. */
export function isAnsweredByMail({ mails = {} }: Pick<Policy, 'mails'>, consent: string): boolean {
  return Object.values(mails).some((one) => one.consent === consent)
}

/** By what marketing mail is refused: the consent it rests on, or the purpose, for customers. */
export function marketingLists({ mails = {} }: Marketed): string[] {
  const marketing = Object.values(mails).filter(({ kind }) => kind === 'marketing')
  return [...new Set(marketing.map(({ consent, purpose }) => consent ?? purpose))]
}
