import type { Policy } from '../policy.ts'
import { isTracking } from '../purpose.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

/** Consent that is asked for and not used, and consent that is tied to something else. */
export function checkConsents(policy: Policy): Finding[] {
  return [
    ...Object.keys(policy.consents ?? {}).flatMap((key) => [
      ...checkUse(policy, key),
      ...checkWithdrawal(policy, key),
      ...checkGranularity(policy, key),
      ...checkKinds(policy, key),
    ]),
    ...checkFreedom(policy),
  ]
}

function checkUse(policy: Policy, key: string): Finding[] {
  const carried = carriedBy(policy, key)
  const mails = Object.values(policy.mails ?? {}).filter(
    ({ consent, trackingConsent }) => consent === key || trackingConsent === key,
  )
  const storage = Object.values(policy.storage).filter(({ consent }) => consent === key)
  const hosts = Object.values(policy.recipients).filter(({ browser }) => browser?.consent === key)
  const say = (message: string) => [found('consent.without.use', ['consents', key], message)]
  if (carried.length + mails.length + storage.length + hosts.length === 0)
    return say(`Nothing rests on the consent ${key}.`)
  const isForMail = carried.length > 0 && carried.every(({ use }) => /^marketing\.communications\.email\b/.test(use))
  return isForMail && mails.length === 0 ? say(`The consent ${key} is to mails, and no mail is sent on it.`) : []
}

function checkWithdrawal(policy: Policy, key: string): Finding[] {
  if (policy.consents?.[key]?.withdrawalEnds !== 'service') return []
  const message = `Withdrawing ${key} ends the service: what the service takes rests on the contract.`
  return [found('consent.bundled', ['consents', key, 'withdrawalEnds'], message)]
}

/** One answer for what the service takes and for being followed or advertised to is no free one (EDPB 05/2020 § 42). */
function checkGranularity(policy: Policy, key: string): Finding[] {
  const carried = carriedBy(policy, key)
  const essential = carried.find(({ use }) => /^essential\b/.test(use))
  const tracking = carried.find(({ use }) => isTracking({ fides: use }))
  if (essential === undefined || tracking === undefined) return []
  const message = `${key} is one answer for ${essential.name} and for ${tracking.name}: each needs its own.`
  return [found('consent.bundled', ['consents', key], message)]
}

/** One answer for two kinds of cookies is no choice between them. */
function checkKinds(policy: Policy, key: string): Finding[] {
  const kinds = new Set(
    Object.values(policy.storage).flatMap(({ consent, class: called = 'essential' }) =>
      consent === key ? [called] : [],
    ),
  )
  if (kinds.size < 2) return []
  const message = `${key} is one answer for storage of the kinds ${[...kinds].join(' and ')}: each needs its own.`
  return [found('consent.bundled', ['consents', key], message)]
}

/** What a contract or a law asks for rests on that; where it rests on consent alone, nobody is free to say no. */
function checkFreedom(policy: Policy): Finding[] {
  return Object.entries(policy.categories).flatMap(([key, { provision }]) => {
    if (provision.kind !== 'contractual' && provision.kind !== 'statutory') return []
    const bases = Object.values(policy.processings)
      .filter(({ categories }) => categories.includes(key))
      .map(({ basis }) => basis.article)
    if (bases.length === 0 || bases.some((article) => article !== '6-1-a')) return []
    const message = `${key} has to be given (${provision.kind}), and rests on consent alone.`
    return [found('consent.bundled', ['categories', key, 'provision'], message)]
  })
}

/** Processings on this consent, each with what it is for, in fideslang's terms. */
function carriedBy(policy: Policy, key: string): { name: string; use: string }[] {
  return Object.entries(policy.processings)
    .filter(([, { basis }]) => basis.article === '6-1-a' && basis.consent === key)
    .map(([name, { purpose }]) => ({ name, use: policy.purposes[purpose]?.fides ?? '' }))
}
