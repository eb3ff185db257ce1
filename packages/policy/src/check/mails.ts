import type { MailDeclaration } from '../notices.ts'
import type { Policy } from '../policy.ts'
import { isMarketing } from '../purpose.ts'
import { isSurelyLonger } from '../span.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

/** Mails called what they are, sent to who asked for them, and not watched in secret. */
export function checkMails(policy: Policy): Finding[] {
  return [
    ...Object.entries(policy.mails ?? {}).flatMap(([key, mail]) => [
      ...checkKind(policy, key, mail),
      ...checkAsking(policy, key, mail),
      ...checkTracking(policy, key, mail),
    ]),
    ...checkContracts(policy),
  ]
}

function checkKind(policy: Policy, key: string, { kind, purpose }: MailDeclaration): Finding[] {
  const use = policy.purposes[purpose]
  if (use === undefined || isMarketing(use) === (kind === 'marketing')) return []
  const is = kind === 'service' ? `called service mail and sent for ${purpose}, which is marketing` : `called marketing`
  const message = `The mail ${key} is ${is}${kind === 'service' ? '' : ` and sent for ${purpose}, which is none`}.`
  return [found('mail.kind.mismatch', ['mails', key, 'kind'], message)]
}

/** Marketing goes to who said yes, or to own customers who can say no each time (ePrivacy art. 13(1)–(2)). */
function checkAsking(policy: Policy, key: string, { kind, purpose, consent }: MailDeclaration): Finding[] {
  if (kind !== 'marketing' || consent !== undefined) return []
  const isSoft = Object.values(policy.processings).some(
    ({ purpose: its, basis }) => its === purpose && basis.article === '6-1-f' && basis.softOptIn === true,
  )
  if (isSoft) return []
  const message = `The mail ${key} is marketing, and nobody is asked before it is sent.`
  return [found('consent.implied', ['mails', key, 'consent'], message)]
}

/** A tracking picture reads from the person's device: that has its own answer (EDPB guidelines 2/2023 § 40–46). */
function checkTracking(policy: Policy, key: string, mail: MailDeclaration): Finding[] {
  if (mail.tracked !== true) return []
  const consent = mail.trackingConsent ?? mail.consent
  const say = (message: string) => [found('mail.tracked.without-consent', ['mails', key, 'tracked'], message)]
  if (consent === undefined) return say(`The mail ${key} is watched, and nobody is asked.`)
  const sending = Object.values(policy.processings).some(({ basis, purpose, categories }) => {
    const isOn = basis.article === '6-1-a' && basis.consent === consent
    const isGiven = categories.some((category) => policy.categories[category]?.source === 'subject')
    return isOn && isGiven && isMarketing(policy.purposes[purpose] ?? { fides: '' })
  })
  return sending ? say(`The consent ${consent} is to get the mail ${key}, not to be watched reading it.`) : []
}

/** A sign-up that waits to be confirmed for longer than this is no step before a contract any more. */
const longestSignUp = 'P1M'

/** Nobody needs marketing in order to get what was ordered: art. 6(1)(b)–(e) don't carry it. */
function checkContracts(policy: Policy): Finding[] {
  return Object.entries(policy.processings).flatMap(([key, { purpose, basis, retention }]) => {
    const use = policy.purposes[purpose]
    if (use === undefined || !isMarketing(use) || basis.article === '6-1-a' || basis.article === '6-1-f') return []
    const isSignUp = basis.article === '6-1-b' && basis.step === 'enter'
    if (isSignUp && !isSurelyLonger([retention.cap.atMost], [longestSignUp])) return []
    const code = /^marketing\.communications\b/.test(use.fides) ? 'mail.kind.mismatch' : 'consent.implied'
    const message = `${key} is for marketing, and art. ${basis.article} is taken in place of asking.`
    return [found(code, ['processings', key, 'basis'], message)]
  })
}
