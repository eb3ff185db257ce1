import type { Policy } from '@samtale/policy'
import { newId } from '../../platform/ids.ts'
import type { PreparedMail } from '../../platform/mail/mailer.ts'
import { Personal } from '../../platform/personal.ts'
import { answers } from './answer-words.ts'
import { authorityFor } from './authority.ts'
import { caseLink, dayInWords, type OpenedCase } from './case.ts'
import type { RightsOptions, Transaction } from './options.ts'
import { stepStore, type Case } from './store.ts'
import { category, type RightsStepRow } from './tables.ts'
import { fill, rightWords } from './words.ts'

/** Something that was done about a request, as its person is told. */
export interface Answer {
  readonly step: StepName
  /** Keys that it is about. */
  readonly about?: readonly string[]
  readonly until?: Date | null
  readonly text: string
  /** Made by the machine: the same for one request is sent once. */
  readonly once: boolean
}

/** What can be done about a request. */
export type StepName =
  | 'received'
  | 'asked-again'
  | 'ready'
  | 'erased'
  | 'certificate'
  | 'restricted'
  | 'lifting'
  | 'lifted'
  | 'objected'
  | 'suspended'
  | 'upheld'
  | 'overridden'
  | 'consents'
  | 'withdrawn'
  | 'proof-of-new-address'
  | 'corrected'
  | 'answered'
  | 'extended'
  | 'refused'
  | 'told'

export interface PreparedAnswer {
  readonly row: RightsStepRow
  readonly mail: PreparedMail | null
}

/** A step without a mail, sealed before the transaction that keeps it. */
export async function prepareStep(
  { seals, clock }: Pick<RightsOptions, 'seals' | 'clock'>,
  record: string,
  { step, about = [], until = null, text }: Omit<Answer, 'once' | 'text'> & { readonly text: string | null },
): Promise<PreparedAnswer> {
  const at = clock.now()
  const sealer = await seals.forSealing([record], [category])
  const sealed = text === null ? null : sealer.seal({ table: 'rights_step', column: 'text', record, category }, text)
  const row = {
    id: newId(at),
    record_id: record,
    at,
    step,
    about: about.length === 0 ? null : about.join(', ').slice(0, 200),
    until_at: until,
    text: sealed,
  }
  return { row, mail: null }
}

/** A step, and the mail that tells of it in the same words. */
export async function prepareAnswer(
  options: RightsOptions,
  { request, address }: Pick<OpenedCase, 'request' | 'address'>,
  answer: Answer,
): Promise<PreparedAnswer> {
  const { row } = await prepareStep(options, request.record_id, answer)
  const { mailer } = options
  const mail = await mailer.prepare({
    kind: 'rights.answer',
    record: request.record_id,
    occasion: answer.once ? request.record_id : row.id,
    to: address,
    language: request.language,
    values: {
      right: rightWords[request.kind].name[request.language],
      reference: request.number,
      text: new Personal(category, answer.text),
      link: caseLink(options, request),
    },
  })
  return { row, mail }
}

export async function keepAnswer(
  { mailer }: RightsOptions,
  transaction: Transaction,
  { row, mail }: PreparedAnswer,
): Promise<void> {
  await stepStore(transaction).addStep(row)
  if (mail !== null) await mailer.queue(transaction, mail)
}

/** Word to whoever answers that a request waits; null where nobody is named. */
export async function prepareNotice(
  options: RightsOptions,
  request: Pick<Case, 'record_id' | 'number' | 'due_at'>,
  occasion: string,
): Promise<PreparedMail | null> {
  const { mailer, policy } = options
  const to = operatorAddress(policy)
  if (to === null) return null
  const language = policy.edition?.languages[0] ?? 'en'
  return mailer.prepare({
    kind: 'rights.notice',
    record: request.record_id,
    occasion,
    to: new Personal(category, to),
    language,
    values: { reference: request.number, due: dayInWords(options, request.due_at, language) },
  })
}

function operatorAddress({ controller }: Policy): string | null {
  return controller?.privacyContact ?? controller?.email ?? null
}

/** How a refusal ends: whom one can complain to (GDPR art. 12(4)). */
export function howToComplain({ policy }: Pick<RightsOptions, 'policy'>, { language }: Pick<Case, 'language'>): string {
  const authority = authorityFor(policy, language)
  return authority === null ? '' : fill(answers.complain, language, { authority: authority.name, url: authority.url })
}
