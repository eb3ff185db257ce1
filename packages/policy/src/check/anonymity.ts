import type { DataCategory } from '../category.ts'
import type { Policy } from '../policy.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

/** Terms of fideslang that lead to one person or one device by themselves. */
const identifying =
  /^user\.(?:account|authorization|biometrics?|contact(?!\.address\.(?:city|country|state))|credentials|government_id|name|unique_id|device\.(?:cookie|cookie_id|device_id|ip_address)|location\.precise)\b/

/** Terms of DPV that do. */
const identifyingTerms: ReadonlySet<string> = new Set([
  'pd:BrowserFingerprint',
  'pd:DigitalFingerprint',
  'pd:EmailAddress',
  'pd:GPSCoordinate',
  'pd:Identifying',
  'pd:IPAddress',
  'pd:MACAddress',
  'pd:Name',
  'pd:TelephoneNumber',
  'pd:UID',
  'pd:Username',
])

/** A number about fewer people tells about each of them (Article 29 Working Party, opinion 05/2014, on k-anonymity). */
const fewest = 5

/** Categories that are said to identify nobody, and do. */
export function checkAnonymity(policy: Policy): Finding[] {
  return Object.entries(policy.categories).flatMap(([key, { identifies }]) => {
    const reason = identifies === 'nobody' ? whyNotAnonymous(policy, key) : null
    if (reason === null) return []
    return [found('claim.anonymous.false', ['categories', key, 'identifies'], `${key} is not anonymous: ${reason}.`)]
  })
}

/** Why data of a category singles people out (recital 26); null where it is anonymous as far as a policy can tell. */
export function whyNotAnonymous(policy: Policy, key: string): string | null {
  const category = policy.categories[key]
  if (category === undefined) return `nothing declares ${key}`
  if (category.identifies !== 'nobody') return `${key} leads to a ${category.identifies ?? 'person'}`
  if (isIdentifying(category)) return `${category.fides} (${category.dpv}) is an identifier`
  if (category.atLeastPeople === undefined) return `it doesn’t say how many people a number stands for at least`
  if (category.atLeastPeople < fewest) return `${category.atLeastPeople} people are too few to be lost among`
  const tracker = Object.entries(policy.storage).find(([, { holds, uniqueId }]) => holds === key && uniqueId === true)
  if (tracker !== undefined) return `${tracker[0]} in the browser gives everybody a number of their own`
  const table = tableWithPeople(policy, key)
  return table === null ? null : `the table ${table} has it beside data that leads to a person`
}

function isIdentifying({ fides, dpv }: DataCategory): boolean {
  return identifying.test(fides) || identifyingTerms.has(dpv)
}

/** A table with a column of the category in the same row as something that leads to somebody. */
function tableWithPeople(policy: Policy, key: string): string | null {
  const table = Object.entries(policy.columns).find(([, columns]) => {
    const held = Object.values(columns).flatMap((binding) => ('holds' in binding ? [binding.holds] : []))
    return held.includes(key) && held.some((other) => policy.categories[other]?.identifies !== 'nobody')
  })
  return table?.[0] ?? null
}
