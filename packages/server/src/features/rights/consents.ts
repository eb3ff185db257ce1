import { addDuration } from '@samtale/policy/time'
import type { Fact, Records } from '../records/index.ts'
import { isAnsweredByMail } from './marketing.ts'
import { timeZoneOf } from './due.ts'
import type { RightsOptions, Transaction } from './options.ts'
import type { OpenedCase } from './case.ts'
import { openCase, recordOf, casePurpose } from './case.ts'
import { keepAnswer, prepareAnswer } from './answer.ts'
import { answers } from './answer-words.ts'
import { fill } from './words.ts'

type Look = Awaited<ReturnType<Records['look']['ofSubject']>>[number]

/** A yes that counts, and the records that rest on it. */
export interface LiveConsent {
  /** Key of the question in the policy. */
  readonly key: string
  readonly since: Date
  readonly records: readonly Pick<Look['record'], 'id' | 'kind' | 'state'>[]
}

/** What a person has said yes to and not taken back, as far as their address tells. */
export async function liveConsents(options: RightsOptions, subject: string): Promise<LiveConsent[]> {
  const looks = await options.records.look.ofSubject(subject, options.clock.now())
  const found = looks.flatMap((look) =>
    Object.keys(look.facts.consents).flatMap((key) => {
      const since = givenAt(options, look, key)
      return since === null ? [] : [{ key, since, record: look.record }]
    }),
  )
  const byKey = Map.groupBy(found, ({ key }) => key)
  return [...byKey].map(([key, ones]) => ({
    key,
    since: new Date(Math.min(...ones.map(({ since }) => since.getTime()))),
    records: ones.map(({ record }) => record),
  }))
}

function givenAt({ policy, clock }: RightsOptions, { facts }: Look, key: string): Date | null {
  const last = (facts.consents[key] ?? []).toSorted((one, other) => one.at.getTime() - other.at.getTime()).at(-1)
  const question = policy.consents?.[key]
  if (last?.given !== true || question === undefined || last.supersededAt !== undefined) return null
  const ends = last.expiresAt ?? addDuration(last.at, question.validFor, timeZoneOf(policy))
  return clock.now() < ends ? last.at : null
}

/** Takes a yes back for whoever has the link of their request: effect at once. False where there is none to take back. */
export async function withdraw(options: RightsOptions, token: string, key: string): Promise<boolean> {
  const record = recordOf(options, casePurpose, token)
  const opened = record === null ? null : await openCase(options, record)
  if (opened === null) return false
  const consent = (await liveConsents(options, opened.subject)).find((one) => one.key === key)
  if (consent === undefined) return false
  const { language } = opened.request
  const what = options.policy.consents?.[key]?.title[language] ?? key
  const text = fill(answers.withdrawn, language, { what })
  const answer = await prepareAnswer(options, opened, { step: 'withdrawn', about: [key], text, once: false })
  await options.database.transaction(async (transaction) => {
    await keepAnswer(options, transaction, answer)
    await takeBack(options, transaction, opened, consent)
  })
  await options.records.apply.records(consent.records.map(({ id }) => id))
  return true
}

async function takeBack(
  { register, mailer, policy, records, clock }: RightsOptions,
  transaction: Transaction,
  { request, address }: OpenedCase,
  { key, records: resting }: LiveConsent,
): Promise<void> {
  const at = clock.now()
  // The register is read by nobody while what is kept is restricted; the fact counts all the same.
  for (const { id } of resting.filter(({ kind, state }) => kind === 'consent' && state === 'in-use')) {
    const answer = { record: id, question: key, at, language: request.language, method: 'rights-request' }
    await register.add(transaction, { ...answer, state: 'ConsentWithdrawn' })
  }
  if (isAnsweredByMail(policy, key)) await mailer.refuse(transaction, address, key)
  await records.facts.note(
    transaction,
    resting.flatMap(({ id }): Fact[] => [
      { kind: 'consent', record: id, consent: key, given: false, at },
      { kind: 'event', record: id, event: 'consent-withdrawn', at },
    ]),
  )
}
