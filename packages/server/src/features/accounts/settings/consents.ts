import type { Language, Policy } from '@samtale/policy'
import { addDuration } from '@samtale/policy/time'
import type { Purposes } from '../../../platform/db/db.ts'
import { newId } from '../../../platform/ids.ts'
import type { ConsentRegister, ConsentTables } from '../../consent/index.ts'
import type { Fact, Look, Records } from '../../records/index.ts'
import type { AccountParts, Tables } from '../parts.ts'
import type { OwnConsent } from './own-data.ts'
import { hasDigest } from './personal-data.ts'
import { digestStore } from './store.ts'
import { digestPurpose, digestRecord } from './tables.ts'

export interface ConsentParts extends Pick<AccountParts, 'clock'> {
  readonly database: {
    transaction<Result>(run: (transaction: Purposes<Tables & ConsentTables>) => Promise<Result>): Promise<Result>
  }
  readonly policy: Policy
  readonly records: Pick<Records, 'subjects' | 'facts' | 'apply'>
  readonly register: ConsentRegister
  /** Where a yes to something that isn't asked here is given, such as a newsletter; null where nowhere is. */
  pageOf(key: string): string | null
  /** No more mail of a list to the person of an account. */
  refuseMail(transaction: Purposes<Tables>, account: string, key: string): Promise<void>
}

export type OwnConsents = ReturnType<typeof createOwnConsents>

interface Answer {
  readonly key: string
  readonly given: boolean
  readonly language: Language
  /** How it was given, for the register. */
  readonly method: string
}

/**
 * What a person agreed to, and can: the summary by mail, which is asked for here, and what else they have said yes to with
 * the same address. A yes is a record of its own; taking it back is one press, as giving it is (GDPR art. 7(3)).
 */
export function createOwnConsents(parts: ConsentParts) {
  const { policy, pageOf } = parts
  return {
    list: async (_account: string, looks: readonly Look[]): Promise<OwnConsent[]> => {
      const answered = new Set(looks.flatMap(({ facts }) => Object.keys(facts.consents)))
      const keys = Object.keys(policy.consents ?? {}).filter(
        (key) => answered.has(key) || (key === digestPurpose && hasDigest(policy)),
      )
      return keys.flatMap((key): OwnConsent[] => {
        const question = policy.consents?.[key]
        if (question === undefined) return []
        const { title, text } = question
        const given = restingOn(parts, looks, key).length > 0
        return [{ key, title, text, given, at: lastAt(looks, key), givenAt: isAskedHere(key) ? null : pageOf(key) }]
      })
    },

    /** False where there is no such question, or nothing to take back. */
    answer: async (account: string, looks: readonly Look[], answer: Answer): Promise<boolean> => {
      const resting = restingOn(parts, looks, answer.key)
      if (!answer.given) return resting.length > 0 && takeBack(parts, account, resting, answer)
      if (!isAskedHere(answer.key) || !hasDigest(policy)) return false
      return resting.length > 0 || agree(parts, account, looks, answer)
    },
  }
}

function isAskedHere(key: string): boolean {
  return key === digestPurpose
}

/** The records with a yes that still counts. */
function restingOn({ policy, clock }: ConsentParts, looks: readonly Look[], key: string): Look[] {
  const { consents = {} } = policy
  // What a form sends may name what every object has.
  const question = Object.hasOwn(consents, key) ? consents[key] : undefined
  if (question === undefined) return []
  return looks.filter(({ facts }) => {
    const last = (facts.consents[key] ?? []).toSorted((one, other) => one.at.getTime() - other.at.getTime()).at(-1)
    if (last?.given !== true || last.supersededAt !== undefined) return false
    const zone = policy.edition?.timeZone ?? 'Europe/Oslo'
    return clock.now() < (last.expiresAt ?? addDuration(last.at, question.validFor, zone))
  })
}

function lastAt(looks: readonly Look[], key: string): Date | null {
  const times = looks.flatMap(({ facts }) => (facts.consents[key] ?? []).map(({ at }) => at.getTime()))
  return times.length === 0 ? null : new Date(Math.max(...times))
}

async function agree(
  { database, records, register, clock }: ConsentParts,
  account: string,
  looks: readonly Look[],
  { key, language, method }: Answer,
): Promise<boolean> {
  const subject = looks.find(({ record }) => record.id === account)?.record.subject_id ?? null
  const at = clock.now()
  const [id, consent] = [newId(at), newId(at)]
  await database.transaction(async (transaction) => {
    await records.subjects.openFor(transaction, { id, kind: digestRecord, subject, at })
    await records.subjects.openFor(transaction, { id: consent, kind: 'consent', subject, at })
    await digestStore(transaction).add({
      record_id: id,
      account_id: account,
      consent_id: consent,
      wanted_since: at,
      sent_at: null,
    })
    await register.add(transaction, { record: consent, question: key, state: 'ConsentGiven', at, language, method })
    await records.facts.note(
      transaction,
      [id, consent].map((record): Fact => ({ kind: 'consent', record, consent: key, given: true, at })),
    )
  })
  await records.apply.records([id])
  return true
}

async function takeBack(
  { database, records, register, refuseMail, clock }: ConsentParts,
  account: string,
  resting: readonly Look[],
  { key, language, method }: Answer,
): Promise<boolean> {
  const at = clock.now()
  await database.transaction(async (transaction) => {
    // The register is read by nobody while what is kept is restricted; the fact counts all the same.
    for (const { record } of resting.filter((one) => one.record.kind === 'consent' && one.record.state === 'in-use')) {
      const answer = { record: record.id, question: key, at, language, method }
      await register.add(transaction, { ...answer, state: 'ConsentWithdrawn' })
    }
    if (!isAskedHere(key)) await refuseMail(transaction, account, key)
    await records.facts.note(
      transaction,
      resting.flatMap(({ record: { id } }): Fact[] => [
        { kind: 'consent', record: id, consent: key, given: false, at },
        { kind: 'event', record: id, event: 'consent-withdrawn', at },
      ]),
    )
  })
  await records.apply.records(resting.map(({ record }) => record.id))
  return true
}
