import type { Language, Policy } from '@samtale/policy'
import type { Clock } from '../../platform/clock.ts'
import { builtInPurposes } from '../../platform/db/access/plan.ts'
import type { TransactingPurposes } from '../../platform/db/db.ts'
import type { PlatformTables } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { Exports } from '../export/index.ts'
import { DisclosureError } from './disclosure-error.ts'
import { disclosedStore, disclosureStore, type StoredDisclosure } from './store.ts'
import type { DisclosureTables } from './tables.ts'

export interface DisclosureOptions {
  readonly database: TransactingPurposes<DisclosureTables & PlatformTables>
  readonly policy: Pick<Policy, 'categories'>
  readonly clock: Pick<Clock, 'now'>
}

/** What the law demands of us: from whom, on what document, which categories of whom. */
export interface NewDisclosure {
  readonly recipient: string
  readonly law: string
  readonly demand: string
  readonly categories: readonly string[]
  readonly subject: string
  /** These records and no others; all of the person's, where it is null. */
  readonly records: readonly string[] | null
  /** When the person was told; null where they weren't yet. */
  readonly toldAt: Date | null
  readonly tellingForbidden: boolean
  readonly language: Language
}

export type Disclosures = ReturnType<typeof createDisclosures>

/**
 * The register of what was handed out on a demand of the law. What is handed out comes from here alone, after its entry
 * was made: no entry, no data.
 */
export function createDisclosures(options: DisclosureOptions) {
  const { database, clock } = options
  const store = () => disclosureStore(database.for(builtInPurposes.operation))

  async function find(id: string): Promise<StoredDisclosure> {
    const found = await store().find(id)
    if (found === undefined) throw new DisclosureError('disclosure.unknown')
    return found
  }

  return {
    /** Enters a disclosure, and gives the data that it is of: those categories of those records. */
    make: async (exports: Pick<Exports, 'pack'>, asked: NewDisclosure): Promise<AsyncIterable<Uint8Array>> => {
      const records = await enter(options, asked)
      const { subject, language, categories } = asked
      return exports.pack(subject, { language, what: { categories }, at: clock.now(), records })
    },

    all: (): Promise<StoredDisclosure[]> => store().all(),

    /** @throws DisclosureError `disclosure.unknown` */
    find,

    /** Notes that the person was told, which is then no longer forbidden. @throws DisclosureError `disclosure.unknown` */
    told: async (id: string): Promise<StoredDisclosure> => {
      await find(id)
      await store().told(id, clock.now())
      return find(id)
    },

    /** What a person may know of: everything but what it is forbidden for now to tell (GDPR art. 15(1)(c)). */
    ofSubject: async (subject: string): Promise<StoredDisclosure[]> => {
      const ids = await disclosedStore(database.for(builtInPurposes.storage)).ofSubject(subject)
      return (await store().byId(ids)).filter(({ telling_forbidden }) => !telling_forbidden)
    },
  }
}

/**
 * Enters a disclosure; gives the records that it is of.
 * @throws DisclosureError `disclosure.category-unknown`, `disclosure.demand-missing`,
 * `disclosure.text-names-somebody`, `disclosure.nothing`
 */
async function enter({ database, policy, clock }: DisclosureOptions, asked: NewDisclosure): Promise<string[]> {
  refuseLoose(policy, asked)
  const { recipient, law, demand, categories, subject, toldAt, tellingForbidden } = asked
  const own = await disclosedStore(database.for(builtInPurposes.storage)).recordsOf(subject)
  const records = own.filter((id) => asked.records === null || asked.records.includes(id))
  if (records.length === 0) throw new DisclosureError('disclosure.nothing')
  const at = clock.now()
  const id = newId(at)
  await database.transaction(async (transaction) => {
    await disclosureStore(transaction.for(builtInPurposes.operation)).add({
      ...{ id, recipient, law, demand },
      made_at: at,
      categories: [...categories],
      records: records.length,
      told_at: toldAt,
      telling_forbidden: tellingForbidden,
    })
    await disclosedStore(transaction.for(builtInPurposes.storage)).add(id, records)
  })
  return records
}

function refuseLoose(policy: DisclosureOptions['policy'], { recipient, law, demand, categories }: NewDisclosure): void {
  const texts = [recipient, law, demand]
  if (texts.some((text) => text.trim() === '')) throw new DisclosureError('disclosure.demand-missing')
  // The entry outlives the people in it.
  if (texts.some((text) => /\S@\S/.test(text))) throw new DisclosureError('disclosure.text-names-somebody')
  const known = categories.every((key) => Object.hasOwn(policy.categories, key))
  if (categories.length === 0 || !known) throw new DisclosureError('disclosure.category-unknown')
}
