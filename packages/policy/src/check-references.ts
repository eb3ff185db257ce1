import type { Finding } from './findings.ts'
import type { Policy } from './policy.ts'

interface Reference {
  at: string
  to: string
  among: 'categories' | 'purposes' | 'recipients' | 'events'
}

/** What is referred to and not declared; what is declared and without use. */
export function checkReferences(policy: Policy): Finding[] {
  const references = [...fromProcessings(policy), ...fromBindings(policy), ...fromStorage(policy)]
  const broken = references.filter(({ to, among }) => !Object.hasOwn(policy[among], to))
  return [
    ...broken.map(({ at, to, among }): Finding => ({
      code: 'reference.broken',
      at,
      message: `${to} is not among the ${among}.`,
    })),
    ...uncovered(policy),
  ]
}

function fromProcessings(policy: Policy): Reference[] {
  return Object.entries(policy.processings).flatMap(([key, { purpose, categories, recipients, retention }]) => {
    const at = `processings.${key}`
    return [
      { at: `${at}.purpose`, to: purpose, among: 'purposes' as const },
      ...categories.map((to) => ({ at: `${at}.categories`, to, among: 'categories' as const })),
      ...(recipients === 'nobody' ? [] : recipients).map((to) => ({
        at: `${at}.recipients`,
        to,
        among: 'recipients' as const,
      })),
      { at: `${at}.retention.from`, to: retention.from, among: 'events' as const },
      { at: `${at}.retention.cap.after`, to: retention.cap.after, among: 'events' as const },
    ]
  })
}

function fromBindings(policy: Policy): Reference[] {
  const bound = Object.entries({ columns: policy.columns, live: policy.live }).flatMap(([kind, groups]) =>
    Object.entries(groups).flatMap(([group, bindings]) =>
      Object.entries(bindings).map(([name, binding]) => ({ at: `${kind}.${group}.${name}`, binding })),
    ),
  )
  return bound.flatMap(({ at, binding }) =>
    'holds' in binding ? [{ at, to: binding.holds, among: 'categories' }] : [],
  )
}

function fromStorage(policy: Policy): Reference[] {
  return Object.entries(policy.storage).flatMap(([key, { holds, purpose }]) => [
    { at: `storage.${key}.holds`, to: holds, among: 'categories' as const },
    { at: `storage.${key}.purpose`, to: purpose, among: 'purposes' as const },
  ])
}

function uncovered(policy: Policy): Finding[] {
  const processings = Object.values(policy.processings)
  const covered = new Set(processings.flatMap(({ categories }) => categories))
  const served = new Set(processings.map(({ purpose }) => purpose))
  return [
    ...Object.keys(policy.categories)
      .filter((key) => !covered.has(key))
      .map((key): Finding => ({
        code: 'category.without-processing',
        at: `categories.${key}`,
        message: `No processing covers ${key}.`,
      })),
    ...Object.keys(policy.purposes)
      .filter((key) => !served.has(key))
      .map((key): Finding => ({
        code: 'purpose.unused',
        at: `purposes.${key}`,
        message: `Nothing is done for ${key}.`,
      })),
  ]
}
