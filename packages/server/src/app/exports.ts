import type { Policy, Publication } from '@samtale/policy'
import { createDisclosures } from '../features/disclosures/index.ts'
import { createExports } from '../features/export/index.ts'
import type { Clock } from '../platform/clock.ts'
import { tableBindings } from './database.ts'
import { recordKinds } from './record-kinds.ts'
import type { Work } from './work.ts'

/** Exports of what this installation keeps about people, and the register of what was handed out about them. */
export function openExports(parts: {
  work: Pick<Work, 'database' | 'seals' | 'records'>
  privacy: { readonly policy: Policy; readonly publication: Publication }
  publicUrl: URL
  clock: Clock
}) {
  const { work, privacy, publicUrl, clock } = parts
  const { database, seals, records } = work
  const { policy, publication } = privacy
  const disclosures = createDisclosures({ database, policy, clock })
  const exports = createExports({
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
    disclosuresOf: async (subject) =>
      (await disclosures.ofSubject(subject)).map(({ recipient: to, law, made_at: at, categories }) => {
        return { to, law, at, categories }
      }),
  })
  return { exports, disclosures }
}
