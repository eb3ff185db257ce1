import { accountRecord } from '../features/accounts/index.ts'
import { createDesk } from '../features/correspondence/index.ts'
import { certificateAsText, spellCertificate, type Erasures } from '../features/erasure/index.ts'
import type { Exports } from '../features/export/index.ts'
import { lists } from '../features/lists/index.ts'
import { createRights, isAwake, type Corrector, type Rights, type RightsOptions } from '../features/rights/index.ts'
import { lookupCategory } from '../features/records/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { CorrectAccount } from './own-account.ts'
import type { openLists } from './lists.ts'
import type { openPrivacy } from './privacy.ts'
import type { Work } from './work.ts'

export interface RightsParts {
  readonly work: Work
  readonly privacy: Pick<Awaited<ReturnType<typeof openPrivacy>>, 'policy' | 'register'>
  readonly erasures: Erasures
  readonly exports: Exports
  readonly tickets: ReturnType<typeof createDesk> | null
  readonly signUps: ReturnType<typeof openLists>['signUps']
  /** Null where the policy has no accounts. */
  readonly correctAccount: CorrectAccount | null
  readonly publicUrl: URL
  readonly clock: Clock
  readonly log: Log
}

/** Requests of people, over the records and the mail of this installation; null while the policy in force takes none. */
export function openRights(parts: RightsParts): Rights | null {
  if (!isAwake(parts.privacy.policy)) return null
  const rights = createRights(rightsOptions(parts), parts.log)
  parts.work.carryOutBy(rights)
  return rights
}

/** What requests are made of here. */
export function rightsOptions(parts: Omit<RightsParts, 'log'>): RightsOptions {
  const { work, privacy, publicUrl, clock, erasures } = parts
  const { policy, register } = privacy
  const { database, seals, mailer, tokens, records, queue } = work
  return {
    ...{ database, seals, mailer, tokens, records, register, policy, publicUrl, clock },
    jobs: queue,
    exports: parts.exports,
    erasures: {
      erase: async (subject, { language, at, except }) => {
        const certificate = await erasures.erase(subject, { language, at, except })
        return { inWords: certificateAsText(certificate, language), certificate: spellCertificate(certificate) }
      },
    },
    corrections: correctorOf(parts),
  }
}

/** Puts right whatever of a person's can be, wherever it stands. */
function correctorOf({ work, tickets, signUps, correctAccount, clock }: Omit<RightsParts, 'log'>): Corrector {
  const { database, records, seals } = work
  return {
    correct: async (subject, correction) => {
      const { address } = correction
      const looks = await records.look.ofSubject(subject, clock.now())
      const corrected = new Set<string>()
      for (const { record } of looks) {
        if (record.kind === accountRecord && (await correctAccount?.(record.id, correction)) === true)
          corrected.add(accountRecord)
        const list = lists.find(({ key }) => key === record.kind)
        const done =
          list === undefined
            ? record.kind === 'ticket' && (await tickets?.correct(record.id, correction)) === true
            : await signUps.correct(list, record.id, correction)
        if (done) corrected.add(list?.key ?? 'correspondence')
      }
      if (address !== undefined && corrected.size > 0)
        await database.transaction((transaction) =>
          records.subjects.alsoAt(transaction, subject, seals.index(lookupCategory, address)),
        )
      return [...corrected]
    },
  }
}
