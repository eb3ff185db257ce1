import type { Declarations, Policy } from '../policy.ts'
import type { Processing } from '../processing.ts'

/**
 * The policy in force: what the system declares of itself, and the profile over it. Where the profile says what is done
 * with a category, the system's own processing of it steps back; what the profile doesn't mention stays as the system
 * declares it, so that nothing runs undeclared.
 */
export function mergePolicy(system: Declarations, profile: Policy): Policy {
  const spoken = new Set(Object.values(profile.processings).flatMap(({ categories }) => categories))
  return {
    ...system,
    ...profile,
    inShort: profile.inShort.length > 0 ? profile.inShort : system.inShort,
    rights: [...profile.rights, ...system.rights],
    categories: { ...system.categories, ...profile.categories },
    purposes: { ...system.purposes, ...profile.purposes },
    recipients: { ...system.recipients, ...profile.recipients },
    events: { ...system.events, ...profile.events },
    consents: { ...system.consents, ...profile.consents },
    laws: { ...system.laws, ...profile.laws },
    processings: { ...withoutCategories(system.processings, spoken), ...profile.processings },
    storage: { ...system.storage, ...profile.storage },
    mails: { ...system.mails, ...profile.mails },
    claims: { ...system.claims, ...profile.claims },
    documents: { ...system.documents, ...profile.documents },
    notices: profile.notices ?? system.notices,
    signals: profile.signals ?? system.signals,
    columns: system.columns,
    live: system.live,
  }
}

function withoutCategories(
  processings: Declarations['processings'],
  spoken: ReadonlySet<string>,
): Record<string, Processing> {
  return Object.fromEntries(
    Object.entries(processings).flatMap(([key, processing]): [string, Processing][] => {
      const [first, ...rest] = processing.categories.filter((category) => !spoken.has(category))
      return first === undefined ? [] : [[key, { ...processing, categories: [first, ...rest] }]]
    }),
  )
}
