import type { Language, Policy } from '@samtale/policy'

type Authority = NonNullable<Policy['authorities']>[string]

const countryOf: Partial<Record<Language, string>> = { nb: 'NO', sv: 'SE' }

/**
 * Where somebody can complain (GDPR art. 77): at home, which their language tells of, else with the authority that the
 * operator answers to. Null where the policy names none.
 */
export function authorityFor(
  { authorities = {}, controller }: Pick<Policy, 'authorities' | 'controller'>,
  language: Language,
): Authority | null {
  const all = Object.values(authorities)
  const at = (country: string | undefined) => all.find((one) => one.country === country)
  return at(countryOf[language]) ?? all.find(({ lead }) => lead === true) ?? at(controller?.country) ?? all[0] ?? null
}
