import type { Policy } from '../policy.ts'
import type { Path } from '../path.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

type Section = 'categories' | 'purposes' | 'recipients' | 'events' | 'consents' | 'laws' | 'mails' | 'storage' | 'media'

interface Reference {
  path: Path
  to: string | undefined
  /** Where it may be declared. */
  among: readonly [Section, ...Section[]]
}

/** What is referred to and not declared; what is declared and without use. */
export function checkReferences(policy: Policy): Finding[] {
  const references = [
    ...fromProcessings(policy),
    ...fromBindings(policy),
    ...fromStorage(policy),
    ...fromRecipients(policy),
    ...fromPromises(policy),
  ]
  return [
    ...references.flatMap(({ path, to, among }) => {
      if (to === undefined || among.some((section) => Object.hasOwn(policy[section] ?? {}, to))) return []
      const code = among[0] === 'recipients' ? 'recipient.undeclared' : 'reference.broken'
      const refersTo = among.map((section) => `${section}.${to}`)
      return [{ ...found(code, path, `${to} is not among the ${among.join(' or ')}.`), refersTo }]
    }),
    ...uncovered(policy),
  ]
}

function fromProcessings(policy: Policy): Reference[] {
  return Object.entries(policy.processings).flatMap(([key, { purpose, categories, recipients, retention, basis }]) => {
    const at = (...rest: Path): Path => ['processings', key, ...rest]
    const { from, cap, minimum, notice } = retention
    return [
      one(at('purpose'), purpose, 'purposes'),
      ...categories.map((to, index) => one(at('categories', index), to, 'categories')),
      ...(recipients === 'nobody' ? [] : recipients).map((to, index) => one(at('recipients', index), to, 'recipients')),
      one(at('retention', 'from'), from, 'events'),
      one(at('retention', 'cap', 'after'), cap.after, 'events'),
      one(at('retention', 'minimum'), minimum, 'laws'),
      one(at('retention', 'notice', 'mail'), notice?.mail, 'mails'),
      one(at('basis', 'consent'), 'consent' in basis ? basis.consent : undefined, 'consents'),
      one(at('basis', 'law'), 'law' in basis ? basis.law : undefined, 'laws'),
    ]
  })
}

function fromBindings({ columns, live }: Policy): Reference[] {
  const columnsOf = Object.entries(columns).flatMap(([table, bindings]) =>
    Object.entries(bindings).map(([column, binding]) => ({ path: ['columns', table, column], binding })),
  )
  const fieldsOf = Object.entries(live).flatMap(([thing, bindings]) =>
    Object.entries(bindings).map(([field, binding]) => ({ path: ['live', thing, field], binding })),
  )
  return [...columnsOf, ...fieldsOf].flatMap(({ path, binding }) =>
    'holds' in binding ? [one(path, binding.holds, 'categories')] : [],
  )
}

function fromStorage(policy: Policy): Reference[] {
  return Object.entries(policy.storage).flatMap(([key, { holds, purpose, consent, party }]) => [
    one(['storage', key, 'holds'], holds, 'categories'),
    one(['storage', key, 'purpose'], purpose, 'purposes'),
    one(['storage', key, 'consent'], consent, 'consents'),
    one(['storage', key, 'party'], party, 'recipients'),
  ])
}

function fromRecipients(policy: Policy): Reference[] {
  return Object.entries(policy.recipients).flatMap(([key, { receives = [], browser, subProcessors = [] }]) => [
    ...receives.map((to, index) => one(['recipients', key, 'receives', index], to, 'categories')),
    ...subProcessors.map((to, index) => one(['recipients', key, 'subProcessors', index], to, 'recipients')),
    one(['recipients', key, 'browser', 'consent'], browser?.consent, 'consents'),
  ])
}

function fromPromises({ transfers = {}, claims = {}, mails = {}, laws = {} }: Policy): Reference[] {
  return [
    ...Object.entries(transfers).map(([key, { recipient }]) =>
      one(['transfers', key, 'recipient'], recipient, 'recipients'),
    ),
    ...Object.entries(claims).flatMap(([key, { about = [] }]) =>
      about.map((to, index) =>
        one(['claims', key, 'about', index], to, 'categories', 'storage', 'recipients', 'media'),
      ),
    ),
    ...Object.entries(mails).flatMap(([key, { purpose, consent, trackingConsent }]) => [
      one(['mails', key, 'purpose'], purpose, 'purposes'),
      one(['mails', key, 'consent'], consent, 'consents'),
      one(['mails', key, 'trackingConsent'], trackingConsent, 'consents'),
    ]),
    ...Object.entries(laws).map(([key, { minimum }]) => one(['laws', key, 'minimum', 'from'], minimum?.from, 'events')),
  ]
}

function one(path: Path, to: string | undefined, ...among: Reference['among']): Reference {
  return { path, to, among }
}

function uncovered(policy: Policy): Finding[] {
  const processings = Object.values(policy.processings)
  const covered = new Set(processings.flatMap(({ categories }) => categories))
  const served = new Set(processings.map(({ purpose }) => purpose))
  return [
    ...Object.keys(policy.categories)
      .filter((key) => !covered.has(key))
      .map((key) => found('category.without-processing', ['categories', key], `No processing covers ${key}.`)),
    ...Object.keys(policy.purposes)
      .filter((key) => !served.has(key))
      .map((key) => found('purpose.unused', ['purposes', key], `Nothing is done for ${key}.`)),
  ]
}
