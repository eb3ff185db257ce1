import {
  languages,
  renderPolicyPage,
  retentionInWords,
  type Language,
  type Policy,
  type PolicyDocument,
  type Publication,
} from '@samtale/policy'
import { plainValue, type Value } from './values.ts'

/**
 * A policy as far as it is about some categories: what is done with them, why, on what basis, how long, who gets them,
 * and the rights (GDPR art. 15(1)(a)–(h), (2)).
 */
export function policyAbout(policy: Policy, categories: readonly string[]): Policy {
  const processings = pick(policy.processings, ({ categories: used }) => used.some((key) => categories.includes(key)))
  const uses = Object.values(processings)
  const named = uses.flatMap(({ recipients }) => (recipients === 'nobody' ? [] : recipients))
  const recipients = pick(
    policy.recipients,
    ({ receives = [] }, key) => named.includes(key) || receives.some((category) => categories.includes(category)),
  )
  const events = uses.flatMap(({ retention }) => [retention.from, retention.cap.after])
  const laws = uses.flatMap(({ basis, retention }) => [
    ...('law' in basis ? [basis.law] : []),
    ...(retention.minimum === undefined ? [] : [retention.minimum]),
  ])
  const consents = uses.flatMap(({ basis }) => (basis.article === '6-1-a' ? [basis.consent] : []))
  const { controller, rights, authorities, edition } = policy
  return {
    controller,
    rights,
    authorities,
    edition,
    inShort: [],
    categories: pick(policy.categories, (_category, key) => categories.includes(key)),
    purposes: pick(policy.purposes, (_purpose, key) => uses.some(({ purpose }) => purpose === key)),
    processings,
    recipients,
    transfers: pick(policy.transfers ?? {}, ({ recipient }) => Object.hasOwn(recipients, recipient)),
    events: pick(policy.events, (_event, key) => events.includes(key)),
    laws: pick(policy.laws ?? {}, (_law, key) => laws.includes(key)),
    consents: pick(policy.consents ?? {}, (_consent, key) => consents.includes(key)),
    columns: {},
    live: {},
    storage: {},
  }
}

/** Sections of the policy page that answer art. 15. */
const told = [
  'controller',
  'purposes',
  'categories',
  'processings',
  'recipients',
  'transfers',
  'rights',
  'consents',
  'laws',
  'events',
]

/** The same as a document for reading. */
export function aboutDocument(about: Policy, language: Language, publication: Publication): PolicyDocument {
  const page = renderPolicyPage(about, language, publication)
  const [first, ...rest] = told.flatMap((id) => page.sections.filter((section) => section.id === id))
  return first === undefined ? page : { ...page, sections: [first, ...rest] }
}

/** The same for machines, in one language. */
export function aboutFacts(about: Policy, language: Language): Value {
  const { controller, rights, authorities = {}, transfers = {}, events } = about
  const processings = Object.entries(about.processings).map(([key, processing]) => {
    return { key, ...processing, retentionInWords: retentionInWords(processing.retention, events, language) }
  })
  const decisions = Object.entries(about.purposes).flatMap(([purpose, { automatedDecision }]) =>
    automatedDecision === undefined ? [] : [{ purpose, ...automatedDecision }],
  )
  const facts = {
    controller,
    purposes: about.purposes,
    categories: about.categories,
    processings,
    recipients: about.recipients,
    transfers,
    rights,
    complaint: Object.values(authorities),
    automatedDecisions: decisions,
    laws: about.laws ?? {},
    consents: about.consents ?? {},
    events,
  }
  return inLanguage(plainValue(facts), language)
}

/** Texts in every language become the one that is read. */
function inLanguage(value: Value, language: Language): Value {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one: Value) => inLanguage(one, language))
  const entries = Object.entries(value)
  const isText = entries.length === languages.length && languages.every((key) => Object.hasOwn(value, key))
  const text = isText ? entries.find(([key]) => key === language)?.[1] : undefined
  return text ?? Object.fromEntries(entries.map(([key, inner]) => [key, inLanguage(inner, language)]))
}

function pick<Part>(
  parts: Readonly<Record<string, Part>>,
  fits: (part: Part, key: string) => boolean,
): Record<string, Part> {
  return Object.fromEntries(Object.entries(parts).filter(([key, part]) => fits(part, key)))
}
