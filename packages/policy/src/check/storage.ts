import type { Policy } from '../policy.ts'
import { isMarketing, isTracking } from '../purpose.ts'
import { isSurelyLonger } from '../span.ts'
import type { StorageKey } from '../storage-key.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

/** CNIL, deliberation 2020-091, § 50: a tracker lives 13 months at most. */
const longestLife = 'P13M'

/** What is kept in the browser, and what is loaded there: called what it is, asked for, and gone in time. */
export function checkStorage(policy: Policy): Finding[] {
  return [
    ...Object.entries(policy.storage).flatMap(([name, key]) => [
      ...checkClass(policy, name, key),
      ...checkConsent(policy, name, key),
      ...checkLifetime(policy, name, key),
    ]),
    ...checkLoading(policy),
    ...checkOrder(policy),
  ]
}

function checkClass(policy: Policy, name: string, key: StorageKey): Finding[] {
  const { class: called = 'essential', purpose, uniqueId, party } = key
  const say = (why: string) => [
    found('cookie.category.mismatch', ['storage', name, 'class'], `${name} is called ${called}, and ${why}.`),
  ]
  const use = policy.purposes[purpose]
  if (called === 'statistical' && use !== undefined && isMarketing(use)) return say(`is for ${purpose}`)
  if (called !== 'essential' && called !== 'functional') return []
  if (use !== undefined && isTracking(use)) return say(`is for ${purpose}, which follows people`)
  const isFollowed = uniqueId === true && party !== undefined && follows(policy, party)
  return isFollowed ? say(`gives everybody a number that ${party} follows them by`) : []
}

function checkConsent(policy: Policy, name: string, key: StorageKey): Finding[] {
  const { class: called = 'essential', consent, party } = key
  const say = (message: string) => [found('cookie.consent.missing', ['storage', name, 'consent'], message)]
  if (consent !== undefined || called === 'essential') return []
  if (called !== 'functional') return say(`${name} is ${called}, and nobody is asked before it is written.`)
  // What the person switches on is what the person asked for; somebody else’s script is that only when they open it.
  if (party === undefined || policy.recipients[party]?.browser?.onClick === true) return []
  return say(`${name} is set by ${party}, is not needed, and nobody is asked before it is written.`)
}

function checkLifetime(policy: Policy, name: string, key: StorageKey): Finding[] {
  const { lifetime, purpose, uniqueId } = key
  const use = policy.purposes[purpose]
  const isTracker = uniqueId === true || (use !== undefined && isTracking(use))
  if (!isTracker || lifetime === 'session') return []
  if (lifetime !== 'until-cleared' && !isSurelyLonger([lifetime], [longestLife])) return []
  const message = `${name} tells browsers apart and stays ${lifetime}; ${longestLife} is the longest recommended.`
  return [found('cookie.lifetime.long', ['storage', name, 'lifetime'], message)]
}

/** A script or picture of somebody who follows people, loaded before they were asked. */
function checkLoading(policy: Policy): Finding[] {
  return Object.entries(policy.recipients)
    .filter(([key, { browser }]) => browser !== undefined && browser.consent === undefined && isWatcher(policy, key))
    .map(([key]) =>
      found('cookie.consent.missing', ['recipients', key, 'browser'], `${key} is loaded before anybody is asked.`),
    )
}

function isWatcher(policy: Policy, recipient: string): boolean {
  const own = Object.values(policy.storage).filter(({ party }) => party === recipient)
  const isTracker = own.some(({ class: called = 'essential' }) => called !== 'essential' && called !== 'functional')
  return isTracker || follows(policy, recipient)
}

/** Whether a recipient gets data in order to watch or advertise. */
function follows(policy: Policy, recipient: string): boolean {
  return Object.values(policy.processings).some(({ recipients, purpose }) => {
    const use = policy.purposes[purpose]
    return recipients !== 'nobody' && recipients.includes(recipient) && use !== undefined && isTracking(use)
  })
}

/** What a script sets is set when it is loaded: the answer that lets it in has to be the one for what it sets. */
function checkOrder(policy: Policy): Finding[] {
  return Object.entries(policy.storage).flatMap(([name, { party = '', consent }]) => {
    const browser = Object.hasOwn(policy.recipients, party) ? policy.recipients[party]?.browser : undefined
    if (consent === undefined || browser?.consent === undefined || browser.consent === consent) return []
    const message = `${name} waits for ${consent}, and ${party}, who sets it, is loaded after ${browser.consent}.`
    return [found('cookie.consent.missing', ['storage', name, 'consent'], message)]
  })
}
