import dns from 'node:dns'
import { isIP } from 'node:net'
import type { Destination, Destinations } from './destinations.ts'
import { EgressRefused, type Reason, type Way } from './egress-refused.ts'
import { recipientNow } from './permits.ts'
import { guardMethod } from './replace.ts'

/** Counts and tells a refusal; gives the error for whoever asked. */
export type Refuse = (way: Way, reason: Reason) => EgressRefused

const forAddresses = ['lookup', 'resolve4', 'resolve6']
/** Every other question to the DNS: what is asked for can carry data out by itself. */
const others = [
  ...['lookupService', 'reverse', 'resolve', 'resolveAny', 'resolveCaa', 'resolveCname', 'resolveMx', 'resolveNaptr'],
  ...['resolveNs', 'resolvePtr', 'resolveSoa', 'resolveSrv', 'resolveTlsa', 'resolveTxt'],
]

/**
 * Lets names be looked up only where they are declared, by every function and class of `node:dns`. The addresses that a
 * destination may have are remembered, for those who look up first and then connect by the address.
 */
export function guardNames(destinations: Destinations, refuse: Refuse): void {
  for (const owner of [dns, dns.Resolver.prototype]) {
    for (const name of others)
      guardMethod(
        owner,
        name,
        () =>
          (...given) =>
            callBack(given, refuse('name', 'destination')),
      )
    for (const name of forAddresses) {
      guardMethod(owner, name, (original) => (...given) => {
        const judged = judgeName(destinations, refuse, given[0])
        if (judged === 'no question') return original(...given)
        if (judged instanceof EgressRefused) return callBack(given, judged)
        const callback = given.pop()
        return original(...given, (error: unknown, found: unknown, ...rest: unknown[]) => {
          const left = error ? found : admitted(destinations, judged, found, refuse)
          if (typeof callback !== 'function') return
          if (left instanceof EgressRefused) callback(left)
          else callback(error, left, ...rest)
        })
      })
    }
  }
  for (const owner of [dns.promises, dns.promises.Resolver.prototype]) {
    for (const name of others) guardMethod(owner, name, () => () => Promise.reject(refuse('name', 'destination')))
    for (const name of forAddresses) {
      guardMethod(owner, name, (original) => async (...given) => {
        const judged = judgeName(destinations, refuse, given[0])
        if (judged === 'no question') return original(...given)
        if (judged instanceof EgressRefused) throw judged
        const left = admitted(destinations, judged, await original(...given), refuse)
        if (left instanceof EgressRefused) throw left
        return left
      })
    }
  }
}

/** An address and the machine's own name are known without asking anybody. */
function judgeName(
  destinations: Destinations,
  refuse: Refuse,
  name: unknown,
): Destination | EgressRefused | 'no question' {
  if (typeof name !== 'string' || name === '' || isIP(name) !== 0 || /^localhost\.?$/i.test(name)) return 'no question'
  const verdict = destinations.judgeName(name, recipientNow())
  return 'refused' in verdict ? refuse('name', verdict.refused) : verdict.destination
}

/** What was found, without the addresses that the destination may not have. */
export function admitted(
  destinations: Destinations,
  destination: Destination,
  found: unknown,
  refuse: Refuse,
): unknown {
  const all = [found].flat()
  const good = new Set(destinations.admit(destination, all.map(addressIn)))
  const left = all.filter((one) => good.has(addressIn(one)))
  if (left.length === 0 && all.length > 0) return refuse('name', 'address')
  return Array.isArray(found) ? left : left[0]
}

/** Node gives an address alone, or with its family or its time to live. */
function addressIn(found: unknown): string {
  const address = typeof found === 'object' && found !== null && 'address' in found ? found.address : found
  return typeof address === 'string' ? address : ''
}

function callBack(given: readonly unknown[], error: EgressRefused): void {
  const callback = given.at(-1)
  if (typeof callback === 'function') process.nextTick(callback, error)
}
