import { Personal, reveal } from '../../platform/personal.ts'
import { readReference } from '../../platform/reference.ts'
import type { Fact } from '../records/index.ts'
import { answers } from './answer-words.ts'
import { howToComplain, keepAnswer, prepareAnswer, prepareStep } from './answer.ts'
import { categoriesOf } from './carry-out.ts'
import { dayInWords, openCase, type OpenedCase } from './case.ts'
import type { NewClaim } from './claims.ts'
import { extendedDueOf } from './due.ts'
import { proveNewAddress } from './new-address.ts'
import { undecided } from './objections.ts'
import type { Correction, RightsOptions } from './options.ts'
import { answered, change, close, fulfil, putRight, reasoned, RequestRefused } from './settle.ts'
import { caseList, caseStore, toldStore, type Case } from './store.ts'
import { category, type RequestState } from './tables.ts'
import { fill } from './words.ts'

export interface Grounds {
  /** Article, such as `17-3-e`. */
  readonly ground: string
  readonly categories: readonly string[]
  readonly until: Date | null
  readonly reason: Personal<string>
}

export type RightsDesk = ReturnType<typeof createRightsDesk>

/** What whoever answers requests can do. Everything that the person has to know is mailed in the same transaction. */
export function createRightsDesk(options: RightsOptions, ask: (claim: NewClaim) => Promise<void>) {
  const { database, records, clock } = options

  async function find(reference: string, states?: readonly RequestState[]): Promise<OpenedCase> {
    const number = readReference(reference)
    const row = number === null ? undefined : await caseStore(database).find(number)
    const opened = row === undefined ? null : await openCase(options, row.record_id)
    if (opened === null) throw new RequestRefused('unknown')
    if (states !== undefined && !states.includes(opened.request.state)) throw new RequestRefused('closed')
    return opened
  }

  return {
    /** Takes up a request that came by letter or by word of mouth: its address is proved in the same way. */
    enter: async (claim: NewClaim): Promise<void> => {
      if (claim.receivedAt !== undefined && claim.receivedAt > clock.now()) throw new RequestRefused('day')
      await ask(claim)
    },

    list: (late: boolean, most: number): Promise<Case[]> => caseList(database).list(late ? clock.now() : null, most),

    /** @throws RequestRefused */
    show: (reference: string): Promise<OpenedCase> => find(reference),

    /** Gives oneself longer, once and while there is time, with the reason (GDPR art. 12(3)). Gives the new day. */
    extend: async (reference: string, reason: Personal<string>): Promise<Date> => {
      const opened = await find(reference, ['open'])
      const { request } = opened
      if (request.extended_at !== null) throw new RequestRefused('extended')
      const at = clock.now()
      if (at >= request.due_at) throw new RequestRefused('late')
      const due_at = extendedDueOf(options.policy, request.received_at).end
      const due = dayInWords(options, due_at, request.language)
      const text = reasoned(fill(answers.extended, request.language, { due }), reason)
      await change(options, opened, answered('extended', text, { until: due_at }), ['open'], {
        set: { due_at, extended_at: at, escalated: 0 },
      })
      return due_at
    },

    /** Says no: on what ground, to what, until when, and where one can complain (GDPR art. 12(4)). */
    refuse: async (reference: string, { ground, categories, until, reason }: Grounds): Promise<void> => {
      const opened = await find(reference, ['open'])
      const { policy } = options
      const { language, kind, carried_at } = opened.request
      if (kind === 'objection' && carried_at !== null) throw new RequestRefused('decide')
      if (categories.some((key) => !Object.hasOwn(policy.categories, key))) throw new RequestRefused('category-unknown')
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
    },

    /** Decides an objection that was weighed (GDPR art. 21(1)). */
    decide: async (reference: string, outcome: 'upheld' | 'overridden', reason: Personal<string>): Promise<void> => {
      const opened = await find(reference, ['open'])
      const { request, subject } = opened
      if (request.kind !== 'objection' || request.carried_at === null) throw new RequestRefused('not-objection')
      const at = clock.now()
      const waiting = undecided(options.policy, await records.look.ofSubject(subject, at))
      const told = reasoned(answers[outcome][request.language], reason)
      const text = outcome === 'upheld' ? told : `${told}\n\n${howToComplain(options, request)}`
      const facts = waiting.map(({ record, purpose }): Fact => ({ kind: 'decision', record, purpose, outcome, at }))
      const about = [...new Set(waiting.map(({ purpose }) => purpose))]
      await change(options, opened, answered(outcome, text, { about }), ['open'], { closes: 'fulfilled', facts })
      await records.apply.records(waiting.map(({ record }) => record))
    },

    /** Answers in words what no command does; those who got the data are told. */
    answer: async (reference: string, reason: Personal<string>): Promise<void> => {
      const opened = await find(reference, ['open'])
      if (opened.request.kind === 'objection' && opened.request.carried_at !== null) throw new RequestRefused('decide')
      const categories = categoriesOf(await records.look.ofSubject(opened.subject, clock.now()))
      await fulfil(options, opened, answered('answered', reveal(reason)), categories)
    },

    /** Puts right name or language; a new address only once it is proved. Gives what waits for that. */
    correct: async (reference: string, correction: Correction): Promise<'corrected' | 'waits-for-proof'> => {
      const opened = await find(reference, ['open'])
      if (opened.request.kind !== 'rectification') throw new RequestRefused('not-rectification')
      if (correction.address !== undefined) {
        await proveNewAddress(options, opened, new Personal(category, correction.address))
        return 'waits-for-proof'
      }
      await putRight(options, opened, correction)
      return 'corrected'
    },

    /** Notes that a recipient was told (GDPR art. 19); the last one closes the request. Gives who is left. */
    told: async (reference: string, recipient: string): Promise<readonly string[]> => {
      const opened = await find(reference, ['open', 'telling'])
      const { request } = opened
      const at = clock.now()
      const step = await prepareStep(options, request.record_id, { step: 'told', about: [recipient], text: null })
      return database.transaction(async (transaction) => {
        const store = toldStore(transaction)
        if (!(await store.told(request.record_id, recipient, at))) throw new RequestRefused('recipient-unknown')
        await keepAnswer(options, transaction, step)
        const left = (await store.of(request.record_id)).filter(({ told_at }) => told_at === null)
        if (left.length === 0) await close(options, transaction, request, ['telling'], 'fulfilled')
        return left.map((one) => one.recipient)
      })
    },

    /** Tells the person that a restriction will be lifted, with the reason; the second time, lifts it (art. 18(3)). */
    lift: async (reference: string, reason: Personal<string> | null): Promise<'told' | 'lifted'> => {
      const opened = await find(reference)
      const { request, steps, subject } = opened
      const restriction = request.restriction_id
      if (restriction === null) throw new RequestRefused('not-restriction')
      if (steps.some(({ step }) => step === 'lifted')) throw new RequestRefused('lifted')
      const toldBefore = steps.some(({ step }) => step === 'lifting')
      if (!toldBefore && reason === null) throw new RequestRefused('not-told')
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
    },
  }
}

/** `17-3-e` as people write it. */
function articleInWords(ground: string): string {
  const [article, ...parts] = ground.split('-')
  return `art. ${article}${parts.map((part) => `(${part})`).join('')}`
}
