import type { AddressForm } from '../notices.ts'
import type { Policy } from '../policy.ts'
import type { Path } from '../path.ts'
import type { Processing } from '../processing.ts'
import { isSurelyLonger } from '../span.ts'
import { isCertain } from './events.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

/** The longest that whole network addresses may be kept. */
const atMost = 'P7D'

/**
 * Whole network addresses that are kept too long: where the policy says that a place keeps them whole, and where it keeps
 * them and doesn't say that they are cut.
 */
export function checkAddresses(policy: Policy): Finding[] {
  const forms = policy.addresses ?? {}
  const named = Object.entries(forms)
    .filter(([, form]) => form === 'full')
    .flatMap(([place]) => tooLong(policy, place, ['addresses', place]))
  const unsaid = Object.entries(policy.categories)
    .filter(([key, { fides }]) => /^user\.device\.ip_address\b/.test(fides) && formOf(policy, key) === 'full')
    .filter(([key]) => !Object.hasOwn(forms, key))
    .flatMap(([key]) => tooLong(policy, key, null))
  return [...named, ...unsaid]
}

/** What is kept of the addresses of a category: what its own place says, or else the most that any place says. */
function formOf(policy: Policy, category: string): AddressForm {
  const forms = policy.addresses ?? {}
  const places = [category, ...usesOf(policy, category).map(([key]) => key)]
  const own = places.find((place) => Object.hasOwn(forms, place))
  if (own !== undefined) return forms[own] ?? 'full'
  const all = Object.values(forms)
  return all.length === 0 || all.includes('full') ? 'full' : 'network'
}

/** A place is a category or a processing; one that is neither stands for every processing of addresses. */
function usesOf(policy: Policy, place: string): [string, Processing][] {
  const all = Object.entries(policy.processings)
  const direct = all.filter(([key, { categories }]) => key === place || categories.includes(place))
  if (direct.length > 0) return direct
  return all.filter(([, { categories }]) =>
    categories.some((key) => /^user\.device\.ip_address\b/.test(policy.categories[key]?.fides ?? '')),
  )
}

function tooLong(policy: Policy, place: string, path: Path | null): Finding[] {
  return usesOf(policy, place)
    .filter(([, { retention }]) => retention.held === 'database' || retention.held === 'elsewhere')
    .filter(
      ([
        ,
        {
          retention: { cap },
        },
      ]) => isSurelyLonger([cap.atMost], [atMost]) || !isCertain(cap.after),
    )
    .slice(0, path === null ? undefined : 1)
    .map(([key, { retention }]) => {
      const { atMost: time, after } = retention.cap
      const message = `Whole network addresses (${place}) are kept for ${time} after ${after}; ${atMost} is the most.`
      return found('address.kept-long', path ?? ['processings', key, 'retention'], message)
    })
}
