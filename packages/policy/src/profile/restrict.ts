import type { Declarations, Policy } from '../policy.ts'

/**
 * What a policy does with these categories and nothing else of it: for what an installation can't do without, whatever
 * its own profile leaves unsaid.
 */
export function restrictTo(policy: Policy, categories: readonly string[]): Pick<Declarations, Part> {
  const wanted = new Set(categories)
  return {
    categories: Object.fromEntries(Object.entries(policy.categories).filter(([key]) => wanted.has(key))),
    processings: Object.fromEntries(
      Object.entries(policy.processings).filter(([, processing]) =>
        processing.categories.every((category) => wanted.has(category)),
      ),
    ),
    purposes: policy.purposes,
    events: policy.events,
    laws: policy.laws,
  }
}

type Part = 'categories' | 'processings' | 'purposes' | 'events' | 'laws'

/** The declarations with more of them; what both name is as the first says. */
export function withParts(declarations: Declarations, more: Pick<Declarations, Part>): Declarations {
  return {
    ...declarations,
    categories: { ...more.categories, ...declarations.categories },
    processings: { ...more.processings, ...declarations.processings },
    purposes: { ...more.purposes, ...declarations.purposes },
    events: { ...more.events, ...declarations.events },
    laws: { ...more.laws, ...declarations.laws },
  }
}
