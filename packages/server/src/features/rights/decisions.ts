import type { Personal } from '../../platform/personal.ts'
import type { Fact } from '../records/index.ts'
import { answers } from './answer-words.ts'
import { howToComplain, keepAnswer, prepareAnswer, prepareStep } from './answer.ts'
import { dayInWords } from './case.ts'
import { extendedDueOf } from './due.ts'
import { undecided } from './objections.ts'
import type { RightsOptions } from './options.ts'
import { answered, change, findCase, reasoned } from './settle.ts'
import { RequestRefused } from './request-errors.ts'
import { fill } from './words.ts'

export interface Grounds {
  /** Article, such as `17-3-e`. */
  readonly ground: string
  readonly categories: readonly string[]
  readonly until: Date | null
  readonly reason: Personal<string>
}

/** Gives oneself longer, once and while there is time, with the reason (GDPR art. 12(3)). Gives the new day. */
export async function extend(options: RightsOptions, reference: string, reason: Personal<string>): Promise<Date> {
  const { clock } = options
  const opened = await findCase(options, reference, ['open'])
  const { request } = opened
  if (request.extended_at !== null) throw new RequestRefused('request.extended')
  const at = clock.now()
  if (at >= request.due_at) throw new RequestRefused('request.late')
  const due_at = extendedDueOf(options.policy, request.received_at).end
  const due = dayInWords(options, due_at, request.language)
  const text = reasoned(fill(answers.extended, request.language, { due }), reason)
  await change(options, opened, answered('extended', text, { until: due_at }), ['open'], {
    set: { due_at, extended_at: at, escalated: 0 },
  })
  return due_at
}

/** Says no: on what ground, to what, until when, and where one can complain (GDPR art. 12(4)). */
export async function refuse(
  options: RightsOptions,
  reference: string,
  { ground, categories, until, reason }: Grounds,
): Promise<void> {
  const opened = await findCase(options, reference, ['open'])
  const { policy } = options
  const { language, kind, carried_at } = opened.request
  if (kind === 'objection' && carried_at !== null) throw new RequestRefused('request.decide')
  if (categories.some((key) => !Object.hasOwn(policy.categories, key)))
    throw new RequestRefused('request.category-unknown')
  const what = categories.map((key) => policy.categories[key]?.title[language] ?? key).join(', ')
  const holds =
    until === null
      ? answers.untilOpen[language]
      : fill(answers.untilDate, language, { date: dayInWords(options, until, language) })
  const lead = fill(answers.refused, language, { what, ground: articleInWords(ground), until: holds })
  const text = `${reasoned(lead, reason)}\n\n${howToComplain(options, opened.request)}`
  await change(options, opened, answered('refused', text, { about: [ground, ...categories], until }), ['open'], {
    closes: 'refused',
  })
}

/** Decides an objection that was weighed (GDPR art. 21(1)). */
export async function decide(
  options: RightsOptions,
  reference: string,
  outcome: 'upheld' | 'overridden',
  reason: Personal<string>,
): Promise<void> {
  const { records, clock } = options
  const opened = await findCase(options, reference, ['open'])
  const { request, subject } = opened
  if (request.kind !== 'objection' || request.carried_at === null) throw new RequestRefused('request.not-objection')
  const at = clock.now()
  const waiting = undecided(options.policy, await records.look.ofSubject(subject, at))
  const told = reasoned(answers[outcome][request.language], reason)
  const text = outcome === 'upheld' ? told : `${told}\n\n${howToComplain(options, request)}`
  const facts = waiting.map(({ record, purpose }): Fact => ({ kind: 'decision', record, purpose, outcome, at }))
  const about = [...new Set(waiting.map(({ purpose }) => purpose))]
  await change(options, opened, answered(outcome, text, { about }), ['open'], { closes: 'fulfilled', facts })
  await records.apply.records(waiting.map(({ record }) => record))
}

/** Tells the person that a restriction will be lifted, with the reason; the second time, lifts it (art. 18(3)). */
export async function lift(
  options: RightsOptions,
  reference: string,
  reason: Personal<string> | null,
): Promise<'told' | 'lifted'> {
  const { database, records, clock } = options
  const opened = await findCase(options, reference)
  const { request, steps, subject } = opened
  const restriction = request.restriction_id
  if (restriction === null) throw new RequestRefused('request.not-restriction')
  if (steps.some(({ step }) => step === 'lifted')) throw new RequestRefused('request.lifted')
  const toldBefore = steps.some(({ step }) => step === 'lifting')
  if (!toldBefore && reason === null) throw new RequestRefused('request.not-told')
  if (!toldBefore && reason !== null) {
    const text = reasoned(answers.lifting[request.language], reason)
    const answer = await prepareAnswer(options, opened, answered('lifting', text))
    await database.transaction(async (transaction) => {
      await keepAnswer(options, transaction, answer)
      await records.facts.restriction(transaction, restriction, 'told')
    })
    return 'told'
  }
  const step = await prepareStep(options, request.record_id, { step: 'lifted', text: null })
  await database.transaction(async (transaction) => {
    await keepAnswer(options, transaction, step)
    await records.facts.restriction(transaction, restriction, 'lifted')
    if (request.hold_id !== null) await records.facts.release(transaction, request.hold_id)
  })
  const theirs = await records.look.ofSubject(subject, clock.now())
  await records.apply.records(theirs.map(({ record }) => record.id))
  return 'lifted'
}

/** `17-3-e` as people write it. */
function articleInWords(ground: string): string {
  const [article, ...parts] = ground.split('-')
  return `art. ${article}${parts.map((part) => `(${part})`).join('')}`
}
