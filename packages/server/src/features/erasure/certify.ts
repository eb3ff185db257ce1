import { canonicalJson, type Language, type Policy } from '@samtale/policy'
import { explainFate, type Explanation } from '@samtale/policy/grounds'
import { lookupCategory, type Erased } from '../records/index.ts'
import type { Certificate, GoneItem, StaysGround, StaysItem } from './certificate.ts'
import { justifications } from './justifications.ts'

/** What a certificate says beside what happened. */
export interface CertifyOptions {
  readonly policy: Policy
  /** The version of the policy that it was done under. */
  readonly publication: { readonly number: number; readonly hash: string }
  readonly publicUrl: URL
}

const dayMs = 86_400_000
/** Kind of what finds a person again, which is no record. */
const person = 'person'

/** Puts together what an erasure came to, to be signed. Records are counted, not named; what is the same is one line. */
export function certify(
  { policy, publication, publicUrl }: CertifyOptions,
  erased: Erased,
  said: { readonly askedAt: Date; readonly language: Language; readonly survivalDays: number },
): Omit<Certificate, 'key' | 'signature'> {
  const { doneAt, entries, head } = erased
  const unreadable = new Date(doneAt.getTime() + said.survivalDays * dayMs)
  return {
    format: 'samtale erasure certificate 1',
    installation: { controller: policy.controller?.name ?? null, url: publicUrl.href },
    policy: { version: publication.number, hash: publication.hash },
    language: said.language,
    timeZone: policy.edition?.timeZone ?? 'Europe/Oslo',
    askedAt: said.askedAt.toISOString(),
    doneAt: doneAt.toISOString(),
    gone: goneItems(policy, erased),
    stays: staysItems(policy, erased),
    copies: { days: said.survivalDays, unreadableFrom: unreadable.toISOString() },
    ledger: { head, entries: [...entries] },
  }
}

function goneItems(policy: Policy, { gone, addresses }: Erased): GoneItem[] {
  const groups = Map.groupBy(gone, ({ kind, category, outcome }) => canonicalJson([kind, category, outcome]))
  const items = [...groups.values()].flatMap((ones): GoneItem[] => {
    const [first] = ones
    if (first === undefined) return []
    const tables = [...Map.groupBy(ones, ({ table }) => table)].map(([table, counts]) => {
      const rows = counts.reduce((sum, one) => sum + one.rows, 0)
      return { table, rows, sealed: counts.every(({ sealed }) => sealed) }
    })
    const records = new Set(ones.map(({ record }) => record)).size
    const outcome = first.outcome === 'delete' ? 'deleted' : 'anonymous'
    return [{ ...named(policy, first), records, outcome, tables }]
  })
  items.sort(inOrder)
  if (addresses.before === 0 || addresses.after > 0) return items
  const found = { table: 'subject_address', rows: addresses.before, sealed: true }
  return [
    ...items,
    { ...named(policy, { kind: person, category: lookupCategory }), records: 1, outcome: 'deleted', tables: [found] },
  ]
}

function staysItems(policy: Policy, { left, addresses }: Erased): StaysItem[] {
  const kept = left.flatMap(({ record, fates }) =>
    fates.flatMap((fate) => {
      if (fate.state === 'gone') return []
      const explained = explainFate(fate)
      const grounds = groundsOf(policy, explained, fate.restrictedSince !== null)
      const ends = { until: isoOf(explained.until), deletedBy: isoOf(explained.deletedBy) }
      return [{ ...named(policy, { kind: record.kind, category: fate.category }), state: fate.state, grounds, ...ends }]
    }),
  )
  const items = [...Map.groupBy(kept, canonicalJson).values()].flatMap((ones): StaysItem[] =>
    ones[0] === undefined ? [] : [{ ...ones[0], records: ones.length }],
  )
  items.sort(inOrder)
  return addresses.after === 0 || items.length === 0 ? items : [...items, lookupItem(policy, items)]
}

/** While something is left of a person, they can be found again; with its last it goes. */
function lookupItem(policy: Policy, items: readonly StaysItem[]): StaysItem {
  const [until, deletedBy] = [lastOf(items.map((one) => one.until)), lastOf(items.map((one) => one.deletedBy))]
  const covering = Object.values(policy.processings).find(({ categories }) => categories.includes(lookupCategory))
  const law = covering !== undefined && 'law' in covering.basis ? lawTitle(policy, covering.basis.law) : null
  const article = covering?.basis.article ?? null
  const ground: StaysGround = {
    ...nothing,
    kind: 'duty',
    article: article === null ? null : dpvOf(article),
    law,
    until,
  }
  const exception = law === null ? null : '17-3-b'
  return {
    ...named(policy, { kind: person, category: lookupCategory }),
    records: 1,
    state: 'in-use',
    grounds: [{ ...ground, exception, dpv: exception === null ? null : justifications[exception] }],
    until,
    deletedBy,
  }
}

/** Null where one has no end yet. */
function lastOf(ends: readonly (string | null)[]): string | null {
  const known = ends.flatMap((end) => end ?? []).toSorted()
  return known.length < ends.length ? null : (known.at(-1) ?? null)
}

const nothing = { article: null, law: null, exception: null, dpv: null, reviewBy: null, until: null } as const

function groundsOf(policy: Policy, { kept }: Explanation, restricted: boolean): StaysGround[] {
  const grounds = kept.map((one): StaysGround => {
    const dpv = one.exception === null ? null : justifications[one.exception]
    const common = { ...nothing, exception: one.exception, dpv, until: isoOf(one.until) }
    if (one.kind === 'minimum') return { ...common, kind: 'law', law: lawTitle(policy, one.law) }
    if (one.kind === 'hold') return { ...common, kind: 'hold', reviewBy: one.reviewBy.toISOString() }
    if (one.kind === 'undeclared') return { ...common, kind: 'other' }
    const basis = policy.processings[one.processing]?.basis
    const law = basis !== undefined && 'law' in basis ? lawTitle(policy, basis.law) : null
    return { ...common, kind: law === null ? 'other' : 'duty', article: dpvOf(one.article), law }
  })
  return restricted ? [...grounds, { ...nothing, kind: 'restriction' }] : grounds
}

/** Nothing is told by what stands first. */
function inOrder(one: GoneItem | StaysItem, other: GoneItem | StaysItem): number {
  const [first, second] = [one, other].map((item) => canonicalJson([item.category, item]))
  return (first ?? '') < (second ?? '') ? -1 : 1
}

function named(policy: Policy, { kind, category }: { kind: string; category: string }) {
  const title = policy.categories[category]?.title ?? { en: category, nb: category, sv: category }
  return { category, title, kind }
}

function lawTitle({ laws = {} }: Policy, key: string) {
  return laws[key]?.title ?? { en: key, nb: key, sv: key }
}

function dpvOf(article: string): string {
  return `eu-gdpr:A${article}`
}

function isoOf(date: Date | null): string | null {
  return date?.toISOString() ?? null
}
