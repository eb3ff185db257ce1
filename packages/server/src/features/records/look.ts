import { groundSet, type Fate, type GroundPolicy, type RecordFacts } from '@samtale/policy/grounds'
import type { Purposes } from '../../platform/db/db.ts'
import { storagePurpose } from './facts.ts'
import type { RecordKinds } from './kinds.ts'
import { factsOf } from './read-facts.ts'
import { recordPage, recordsById, recordStore, type StoredRecord } from './record-store.ts'
import { readFacts } from './store.ts'
import type { RecordTables } from './tables.ts'

export interface LookOptions {
  database: Purposes<RecordTables>
  policy: GroundPolicy
  kinds: RecordKinds
}

/** A record, its facts, and what becomes of it at an instant. */
export interface Look {
  readonly record: StoredRecord
  readonly facts: RecordFacts
  readonly fates: readonly Fate[]
}

/** So many are judged at once: others have the thread between two pages. */
const pageSize = 200

/** Looks at what becomes of records, at any instant, and changes nothing. */
export function createLook({ database, policy, kinds }: LookOptions) {
  async function look(records: readonly StoredRecord[], at: Date): Promise<Look[]> {
    const facts = factsOf(records, await readFacts(database.for(storagePurpose), records), kinds)
    return records.flatMap((record) => {
      const known = facts.get(record.id)
      return known === undefined ? [] : [{ record, facts: known, fates: groundSet(policy, known, at) }]
    })
  }

  return {
    /** At records that were just read. */
    at: look,

    /** At these records, where they are there. */
    byId: async (records: readonly string[], at: Date): Promise<Look[]> =>
      look(await recordsById(database.for(storagePurpose), records), at),

    /** At all that is kept about a person. */
    ofSubject: async (subject: string, at: Date): Promise<Look[]> =>
      look(await recordStore(database.for(storagePurpose)).ofSubject(subject), at),

    /** At all records, a page at a time. */
    async *all(at: Date): AsyncGenerator<Look[]> {
      for (let after = ''; ;) {
        const records = await recordPage(database.for(storagePurpose), after, pageSize)
        if (records.length > 0) yield await look(records, at)
        if (records.length < pageSize) return
        after = records.at(-1)?.id ?? after
      }
    },
  }
}
