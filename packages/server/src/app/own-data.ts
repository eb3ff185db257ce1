import { languages, retentionInWords, type Language, type Policy, type Text } from '@samtale/policy'
import { groundSet, timeline, type RecordFacts } from '@samtale/policy/grounds'
import type { Deleted, Kept, OwnConsents, OwnData } from '../features/accounts/index.ts'
import { certificateAsText, spellCertificate, type Erasures } from '../features/erasure/index.ts'
import type { Exports } from '../features/export/index.ts'
import type { Organisations } from '../features/organisations/index.ts'
import type { Look } from '../features/records/index.ts'
import type { StaffReads } from '../features/staff-reads/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Personal } from '../platform/personal.ts'
import type { Work } from './work.ts'

export interface OwnDataParts {
  readonly work: Pick<Work, 'records'>
  readonly policy: Policy
  readonly exports: Exports
  readonly erasures: Erasures
  /** Null where the policy in force writes no looks down. */
  readonly staffReads: StaffReads | null
  readonly consents: OwnConsents
  readonly hasRooms: boolean
  /** Closes all rooms of an account, before anything of it goes. */
  closeRooms(account: string): Promise<void>
  /** Organisations that nobody else owns, and what is done about them when there is no owner any more. */
  readonly organisations: Pick<Organisations, 'solelyOwnedBy' | 'settle'> | null
  addressOf: OwnData['addressOf']
  /** Mails a certificate, when nothing else is left. */
  mailCertificate(to: Personal<string>, certificate: Deleted, language: Language): Promise<void>
  readonly clock: Clock
}

/** What is behind the pages of an account, over the records, the exports and the erasures of this installation. */
export function openOwnData(parts: OwnDataParts): OwnData {
  const { work, policy, exports, erasures, staffReads, consents, organisations, clock } = parts
  const { look } = work.records
  const looksOf = async (account: string, at: Date): Promise<Look[]> => {
    const subject = await exports.subjectOfRecord(account)
    return subject === null ? look.byId([account], at) : look.ofSubject(subject, at)
  }
  const subjectOf = async (account: string): Promise<string> => {
    const subject = await exports.subjectOfRecord(account)
    if (subject === null) throw new TypeError('The account is nobody’s.')
    return subject
  }
  return {
    hasRooms: parts.hasRooms,
    kept: async (account) => keptOf(parts, await looksOf(account, clock.now()), clock.now()),
    declared: (categories) => categories.flatMap((category) => declaredOf(policy, category)),
    staysAfterDeletion: async (account) => {
      const now = clock.now()
      const looks = await looksOf(account, now)
      const then = looks.map((one) => {
        const facts = { ...one.facts, erasedAt: one.facts.erasedAt ?? now }
        return { ...one, facts, fates: groundSet(policy, facts, now) }
      })
      return keptOf(parts, then, now)
    },
    staffReads: async (account) => {
      const subject = await exports.subjectOfRecord(account)
      return subject === null || staffReads === null ? [] : staffReads.ofSubject(subject)
    },
    consents: async (account) => consents.list(account, await looksOf(account, clock.now())),
    answer: async (account, answer) => consents.answer(account, await looksOf(account, clock.now()), answer),
    async *pack(account, language) {
      yield* exports.pack(await subjectOf(account), { language, what: 'everything', at: clock.now() })
    },
    solelyOwned: async (account) => (await organisations?.solelyOwnedBy(account)) ?? [],
    addressOf: (account) => parts.addressOf(account),
    erase: async (account, language, mailTo) => {
      const subject = await subjectOf(account)
      await parts.closeRooms(account)
      const signed = await erasures.erase(subject, { language, at: clock.now() })
      await organisations?.settle()
      const told = { inWords: certificateAsText(signed, language), certificate: spellCertificate(signed) }
      if (mailTo !== null) await parts.mailCertificate(mailTo, told, language)
      return told
    },
  }
}

/** What of records there is, by category. */
async function keptOf(
  { work, policy }: Pick<OwnDataParts, 'work' | 'policy'>,
  looks: readonly Look[],
  now: Date,
): Promise<Kept[]> {
  const counts = await work.records.count(looks.map(({ record }) => record))
  const held = new Set(counts.flatMap(({ record, category, cells }) => (cells > 0 ? [`${record} ${category}`] : [])))
  const there = looks.flatMap(({ record, facts, fates }) => {
    const ends = endsOf(policy, facts, now)
    return fates.flatMap((fate) =>
      fate.state === 'gone' || !held.has(`${record.id} ${fate.category}`)
        ? []
        : { ...fate, end: ends.get(fate.category) ?? null },
    )
  })
  const byCategory = Map.groupBy(there, ({ category }) => category)
  const inOrder = Object.keys(policy.categories).filter((category) => byCategory.has(category))
  return inOrder.flatMap((category): Kept[] => {
    const fates = byCategory.get(category) ?? []
    const declared = policy.categories[category]
    if (declared === undefined) return []
    return [
      {
        category,
        title: declared.title,
        description: declared.description,
        rules: rulesOf(policy, category),
        until: latest(fates.map(({ end }) => end)),
        state: fates.some(({ state }) => state === 'in-use') ? 'in-use' : 'restricted',
        records: fates.length,
      },
    ]
  })
}

/** What the policy says of a category, whatever there is of it. */
function declaredOf(policy: Policy, category: string): Kept[] {
  const declared = policy.categories[category]
  if (declared === undefined) return []
  const { title, description } = declared
  return [{ category, title, description, rules: rulesOf(policy, category), until: null, state: 'in-use', records: 0 }]
}

/** As far as it is worth telling: what ends later ends by something that isn't known yet. */
const horizon = 40 * 366 * 86_400_000

/** When each category of a record goes, if nothing else happens: mails that have to come first are taken to be sent. */
function endsOf(policy: Policy, facts: RecordFacts, now: Date): ReadonlyMap<string, Date> {
  const ends = new Map<string, Date>()
  for (const { at, fates } of timeline(policy, facts, now, new Date(now.getTime() + horizon)))
    for (const { category, state } of fates) if (state === 'gone' && !ends.has(category)) ends.set(category, at)
  return ends
}

/** Null where one has no end that is known. */
function latest(ends: readonly (Date | null)[]): Date | null {
  const known = ends.flatMap((end) => end ?? [])
  return known.length < ends.length || known.length === 0
    ? null
    : new Date(Math.max(...known.map((end) => end.getTime())))
}

/** How long the policy in force keeps a category, in words. */
function rulesOf({ processings, events }: Policy, category: string): Text[] {
  const covering = Object.values(processings).filter(
    ({ categories, retention }) => categories.includes(category) && retention.held === 'database',
  )
  return covering.map(({ retention }) => inEach((language) => retentionInWords(retention, events, language)))
}

function inEach(make: (language: Language) => string): Text {
  const [en = '', nb = '', sv = ''] = languages.map(make)
  return { en, nb, sv }
}
