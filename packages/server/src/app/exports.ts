import type { Policy, Publication } from '@samtale/policy'
import { createExports, type Exports } from '../features/export/index.ts'
import { tableBindings } from './database.ts'
import { recordKinds } from './record-kinds.ts'
import type { Work } from './work.ts'

/** Exports of what this installation keeps about people. */
export function openExports(parts: {
  work: Pick<Work, 'database' | 'seals' | 'records'>
  privacy: { readonly policy: Policy; readonly publication: Publication }
  publicUrl: URL
}): Exports {
  const { work, privacy, publicUrl } = parts
  const { database, seals, records } = work
  const { policy, publication } = privacy
  return createExports({
    database,
    bindings: tableBindings,
    kinds: recordKinds,
    policy,
    publication,
    seals,
    look: records.look,
    publicUrl,
    // Whether the person may know of one, its entry says.
    left: ['disclosure_record'],
    disclosuresOf: async () => [],
  })
}
