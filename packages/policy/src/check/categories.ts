import type { DataCategory, SubjectKind } from '../category.ts'
import type { Policy } from '../policy.ts'
import type { Path } from '../path.ts'
import type { Finding } from './findings.ts'
import { found } from './found.ts'

type Named = readonly [key: string, category: DataCategory]

/** What some kinds of data ask for beyond a legal basis. */
export function checkCategories(policy: Policy): Finding[] {
  return Object.entries(policy.categories).flatMap((named) => [
    ...checkSource(named),
    ...checkLocation(policy, named),
    ...checkCards(policy, named),
    ...checkTelemetry(policy, named),
  ])
}

/** Art. 14(2)(f): what doesn't come from the person needs the name of where it comes from. */
function checkSource([key, { source, sourceName }]: Named): Finding[] {
  if (source !== 'third-party' || sourceName !== undefined) return []
  const message = `${key} comes from somebody else; sourceName says from whom.`
  return [found('category.source.missing', ['categories', key, 'sourceName'], message)]
}

function checkLocation(policy: Policy, [key, category]: Named): Finding[] {
  if (!isPreciseLocation(key, category)) return []
  return processingsOf(policy, key)
    .filter(([, { basis }]) => basis.article !== '6-1-a')
    .map(([name, { basis }]) => {
      const message = `${key} is precise location, used here on art. ${basis.article} rather than consent.`
      return found('category.location.precise', ['processings', name, 'basis'], message)
    })
}

export function isPreciseLocation(key: string, { fides, dpv }: Pick<DataCategory, 'fides' | 'dpv'>): boolean {
  return key === 'location.precise' || /^user\.location\.precise\b/.test(fides) || dpv === 'pd:GPSCoordinate'
}

/** Card numbers stay with whoever carries out the payment: no column, no memory and no browser of ours has them. */
function checkCards(policy: Policy, [key, category]: Named): Finding[] {
  const code = 'category.card.stored'
  if (!isCard(key, category)) return []
  const kept = processingsOf(policy, key)
    .filter(([, { retention }]) => retention.held !== 'elsewhere')
    .map(([name]) => found(code, ['processings', name, 'retention', 'held'], `Card numbers (${key}) are kept here.`))
  const stored = Object.entries(policy.storage)
    .filter(([, { holds }]) => holds === key)
    .map(([name]) => found(code, ['storage', name, 'holds'], `Card numbers (${key}) are kept in the browser.`))
  const bound = boundTo(policy, key).map((path) => found(code, path, `${path.join('.')} has card numbers (${key}).`))
  return [...kept, ...stored, ...bound]
}

function isCard(key: string, { fides, dpv }: DataCategory): boolean {
  const isTerm = ['pd:CreditCardNumber', 'pd:PaymentCard', 'pd:PaymentCardNumber', 'pd:PaymentCardExpiry'].includes(dpv)
  return key === 'payment.card' || isTerm || /^user\.(?:financial|payment)\.(?:credit_|debit_)?card\b/.test(fides)
}

/** Whom data about devices may be about: who owns them, no user of them. */
const owners: ReadonlySet<SubjectKind> = new Set(['device-customer', 'customer', 'buyer', 'partner', 'supplier'])

function checkTelemetry(policy: Policy, [key, { identifies, subjects }]: Named): Finding[] {
  const code = 'category.telemetry.subject'
  if (identifies !== 'device') return []
  const users = subjects.filter((kind) => !owners.has(kind))
  const about = users.length === 0 ? [] : [`${key} is said to be about devices, and about ${users.join(', ')}.`]
  const tables = Object.entries(policy.columns).filter(([, columns]) => {
    const held = Object.values(columns).flatMap((binding) => ('holds' in binding ? [binding.holds] : []))
    return held.includes(key) && held.some((other) => (policy.categories[other]?.identifies ?? 'person') === 'person')
  })
  return [
    ...about.map((message) => found(code, ['categories', key, 'subjects'], message)),
    ...tables.map(([table]) =>
      found(code, ['categories', key, 'identifies'], `The table ${table} has ${key} beside data that names a person.`),
    ),
  ]
}

function processingsOf(policy: Policy, category: string) {
  return Object.entries(policy.processings).filter(([, { categories }]) => categories.includes(category))
}

function boundTo({ columns, live }: Policy, category: string): Path[] {
  const within = (section: string, things: Policy['columns']) =>
    Object.entries(things).flatMap(([thing, bindings]) =>
      Object.entries(bindings)
        .filter(([, binding]) => 'holds' in binding && binding.holds === category)
        .map(([name]): Path => [section, thing, name]),
    )
  return [...within('columns', columns), ...within('live', live)]
}
