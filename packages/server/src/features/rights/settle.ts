import type { Language } from '@samtale/policy'
import { Personal, reveal } from '../../platform/personal.ts'
import { readReference } from '../../platform/reference.ts'
import type { Fact } from '../records/index.ts'
import { answers } from './answer-words.ts'
import { keepAnswer, prepareAnswer, type Answer, type StepName } from './answer.ts'
import { openCase, type OpenedCase } from './case.ts'
import type { Correction, RightsOptions, Transaction } from './options.ts'
import { RequestRefused } from './request-errors.ts'
import { recipientsOf, withRecipients } from './recipients.ts'
import { caseChanges, caseStore, toldStore, type Case } from './store.ts'
import type { RequestState } from './tables.ts'
import { fill } from './words.ts'

/** A request by its reference, in one of some states. @throws RequestRefused `request.unknown`, `request.closed` */
export async function findCase(
  options: RightsOptions,
  reference: string,
  states?: readonly RequestState[],
): Promise<OpenedCase> {
  const number = readReference(reference)
  const row = number === null ? undefined : await caseStore(options.database).find(number)
  const opened = row === undefined ? null : await openCase(options, row.record_id)
  if (opened === null) throw new RequestRefused('request.unknown')
  if (states !== undefined && !states.includes(opened.request.state)) throw new RequestRefused('request.closed')
  return opened
}

/** What was corrected, told to the person and to those who got it (GDPR art. 16, 19). */
export async function putRight(options: RightsOptions, opened: OpenedCase, correction: Correction): Promise<void> {
  const categories = await options.corrections.correct(opened.subject, correction)
  if (categories.length === 0) throw new RequestRefused('request.nothing-correct')
  const { language } = opened.request
  const what = Object.keys(correction)
    .map((field) => correctedWords[field as keyof Correction][language])
    .join(', ')
  const text = fill(answers.corrected, language, { what })
  await fulfil(options, opened, answered('corrected', text, { about: categories }), categories)
}

const correctedWords = {
  name: { en: 'your name', nb: 'navnet ditt', sv: 'ditt namn' },
  language: { en: 'the language we write to you in', nb: 'språket vi skriver til deg på', sv: 'språket vi skriver på' },
  address: { en: 'your e-mail address', nb: 'e-postadressen din', sv: 'din e-postadress' },
} as const satisfies Record<keyof Correction, Record<Language, string>>

/** Closes with an answer, once those who got the data are told. */
export async function fulfil(
  options: RightsOptions,
  opened: OpenedCase,
  answer: Answer,
  categories: readonly string[],
): Promise<void> {
  const recipients = recipientsOf(options.policy, categories)
  await change(options, opened, withRecipients(options, opened.request, answer, recipients), ['open'], {
    recipients,
    ...(recipients.length === 0 ? { closes: 'fulfilled' } : { set: { state: 'telling' } }),
  })
}

interface Change {
  readonly set?: Partial<Case>
  readonly closes?: 'fulfilled' | 'refused'
  readonly facts?: readonly Fact[]
  readonly recipients?: readonly string[]
}

/** Keeps an answer with what it changes, unless somebody else was first. @throws RequestRefused `request.closed` */
export async function change(
  options: RightsOptions,
  opened: OpenedCase,
  answer: Answer,
  from: readonly RequestState[],
  { set, closes, facts = [], recipients = [] }: Change,
): Promise<void> {
  const { request } = opened
  const prepared = await prepareAnswer(options, opened, answer)
  await options.database.transaction(async (transaction) => {
    if (set !== undefined && !(await caseChanges(transaction).change(request.record_id, from, set)))
      throw new RequestRefused('request.closed')
    await toldStore(transaction).add(request.record_id, recipients)
    await keepAnswer(options, transaction, prepared)
    if (closes !== undefined) await close(options, transaction, request, from, closes, facts)
    else await options.records.facts.note(transaction, facts)
  })
}

export async function close(
  { records, clock }: RightsOptions,
  transaction: Transaction,
  { record_id: record }: Case,
  from: readonly RequestState[],
  state: 'fulfilled' | 'refused',
  facts: readonly Fact[] = [],
): Promise<void> {
  const at = clock.now()
  if (!(await caseChanges(transaction).change(record, from, { state, closed_at: at })))
    throw new RequestRefused('request.closed')
  await records.facts.note(transaction, [{ kind: 'event', record, event: 'decided', at }, ...facts])
}

export function answered(step: StepName, text: string, more: Pick<Answer, 'about' | 'until'> = {}): Answer {
  return { step, text, once: false, ...more }
}

export function reasoned(lead: string, reason: Personal<string>): string {
  return `${lead}\n\n${reveal(reason)}`
}
